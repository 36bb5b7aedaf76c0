package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.pusher.rest.Pusher;
import com.pusher.rest.data.PresenceUser;
import com.pusher.rest.data.Validity;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.Member;
import dev.fanfare.testkit.TestApp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our SDK signs exactly what the official one signs. */
class SdkSignaturesIT {
    private static final Pusher OFFICIAL = new Pusher("3", "278d425bdf160c739803", "7ad3773142a6692b25b8");
    private static final AppSigner OURS =
            new AppSigner("278d425bdf160c739803", new AppSecret("7ad3773142a6692b25b8"), null);

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"private-foobar", "private-cache-a", "private-user-a_b=@,.;"})
    void privateChannels(String channel) {
        assertThat(json(OURS.authorizeChannel("1234.1234", channel, null)))
                .isEqualTo(json(OFFICIAL.authenticate("1234.1234", channel)));
    }

    @Test
    void presenceChannels() {
        PresenceUser user = new PresenceUser("10", Map.of("name", "Mr. ß"));

        assertThat(json(OURS.authorizeChannel("1234.1234", "presence-a", new Member("10", Map.of("name", "Mr. ß")))))
                .isEqualTo(json(OFFICIAL.authenticate("1234.1234", "presence-a", user)));
    }

    @Test
    void webhooks() {
        String body = "{\"time_ms\":1,\"events\":[{\"name\":\"channel_occupied\",\"channel\":\"ß\"}]}";
        String key = "278d425bdf160c739803";
        String signature = new TestApp("3", key, "7ad3773142a6692b25b8").sign(body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(OFFICIAL.validateWebhookSignature(key, signature, body)).isEqualTo(Validity.VALID);
        assertThat(OURS.isValidWebhook(key, signature, bytes)).isTrue();
        bytes[2] ^= 1;
        assertThat(OURS.isValidWebhook(key, signature, bytes)).isFalse();
    }
}
