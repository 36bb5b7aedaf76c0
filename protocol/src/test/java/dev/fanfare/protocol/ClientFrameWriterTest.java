package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClientFrameWriterTest {
    @Test
    void subscriptionIsReadAsItWasWritten() throws ProtocolException {
        String user = "{\"user_id\":\"1\",\"user_info\":{\"name\":\"Zo\\u00eb \\\\ é\"}}";
        assertThat(read(ClientFrameWriter.subscribe("presence-x", "key:abc", user)))
                .isEqualTo(new ClientFrame.Subscribe("presence-x", "key:abc", user));
    }

    @Test
    void publicSubscriptionHasNoAuth() throws ProtocolException {
        byte[] frame = ClientFrameWriter.subscribe("news", null, null);
        assertThat(new String(frame, StandardCharsets.UTF_8)).doesNotContain("auth", "channel_data");
        assertThat(read(frame)).isEqualTo(new ClientFrame.Subscribe("news", "", null));
    }

    @Test
    void unsubscribeAndPingAreReadAsTheyWereWritten() throws ProtocolException {
        assertThat(read(ClientFrameWriter.unsubscribe("news"))).isEqualTo(new ClientFrame.Unsubscribe("news"));
        assertThat(read(ClientFrameWriter.ping())).isEqualTo(new ClientFrame.Ping());
    }

    private static ClientFrame read(byte[] frame) throws ProtocolException {
        return FrameReader.read(frame, 0, frame.length);
    }
}
