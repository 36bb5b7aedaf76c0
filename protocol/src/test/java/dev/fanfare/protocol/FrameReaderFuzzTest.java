package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a client sends is a frame or a {@link ProtocolException}, and what is passed on is JSON again. */
class FrameReaderFuzzTest {
    @FuzzTest
    void readsOrRefuses(byte[] text) throws ProtocolException {
        if (!Utf8.isValid(text, 0, text.length)) {
            return;
        }
        ClientFrame frame;
        try {
            frame = FrameReader.read(text, 0, text.length);
        } catch (ProtocolException refused) {
            assertThat(refused.getMessage()).isNotEmpty().hasSizeLessThan(1_000);
            assertJson(FrameWriter.error(ErrorCode.NONE, refused.getMessage()));
            return;
        }
        if (frame instanceof ClientFrame.ClientEvent event) {
            assertJson(FrameWriter.clientEvent(event, "user"));
            assertThat(event.dataSize()).isBetween(0, event.data().length);
        }
    }

    @FuzzTest
    void readsSignedDataOrRefusesIt(byte[] bytes) throws ProtocolException {
        String text = new String(bytes, UTF_8);
        try {
            PresenceMember member = PresenceMember.parse(text);
            assertJson(FrameWriter.memberAdded(ChannelName.parse("presence-x", 164), member));
        } catch (ProtocolException refused) {
            assertThat(refused.getMessage()).isNotEmpty().hasSizeLessThan(1_000);
        }
        try {
            assertThat(ChannelName.serverToUser(UserData.parse(text).id()).userId())
                    .isNotEmpty();
        } catch (ProtocolException refused) {
            assertThat(refused.getMessage()).isNotEmpty().hasSizeLessThan(1_000);
        }
    }

    private static void assertJson(byte[] frame) throws ProtocolException {
        assertThat(Utf8.isValid(frame, 0, frame.length)).isTrue();
        assertThat(JsonScanner.value(frame, 0, frame.length).kind()).isEqualTo(JsonValue.Kind.OBJECT);
    }
}
