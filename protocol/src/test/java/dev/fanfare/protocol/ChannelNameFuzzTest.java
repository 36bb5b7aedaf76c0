package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a channel is called, the name is of the documented alphabet or a {@link ProtocolException}. */
class ChannelNameFuzzTest {
    @FuzzTest
    void readsOrRefuses(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            ChannelName name = ChannelName.parse(text, 164);
            assertThat(text).matches("(#server-to-user-)?[A-Za-z0-9_\\-=@,.;]+").hasSizeLessThanOrEqualTo(164);
            assertThat(name.value()).isEqualTo(text);
            assertThat(name.type() == ChannelType.SERVER_TO_USER).isEqualTo(text.startsWith("#"));
        } catch (ProtocolException refused) {
            assertThat(refused.getMessage())
                    .startsWith("Invalid channel name: ")
                    .hasSizeLessThan(1_000);
        }
    }

    @FuzzTest
    void readsSocketIdsOrRefusesThem(byte[] bytes) {
        try {
            assertThat(SocketId.parse(new String(bytes, UTF_8)).toString()).matches("\\d+\\.\\d+");
        } catch (ProtocolException refused) {
            assertThat(refused.getMessage()).startsWith("Invalid socket id: ").hasSizeLessThan(1_000);
        }
    }
}
