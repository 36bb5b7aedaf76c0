package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.pusher.rest.Pusher;
import com.pusher.rest.SignatureUtil;
import com.pusher.rest.data.PresenceUser;
import com.pusher.rest.data.Validity;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.encryption.MasterKey;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testsupport.Property;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our SDK signs exactly what the official one signs. */
class SdkSignaturesIT {
    private static final int CASES = 500;
    private static final String KEY = "278d425bdf160c739803";
    private static final String SECRET = "7ad3773142a6692b25b8";
    private static final Pusher OFFICIAL = new Pusher("3", KEY, SECRET, JavaClient.MASTER_KEY);
    private static final AppSigner OURS =
            new AppSigner(KEY, new AppSecret(SECRET), MasterKey.parse(JavaClient.MASTER_KEY));
    private static final String NAME_CHARACTERS = "abcXYZ019_-=@,.;";
    /** Everything that JSON libraries treat on their own, but for what Gson escapes needlessly: U+2028 and U+2029. */
    private static final List<String> TEXT_CHARACTERS = List.of(
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\b", "\f", "\u0001", "\u001f", "\u007f", "<", ">",
            "&", "=", "'", ":", "ß", "€", "漢", "😀", "\ufeff");

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String some(RandomGenerator random, List<String> characters, int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(characters.get(random.nextInt(characters.size())));
        }
        return text.toString();
    }

    private static String channel(RandomGenerator random, String prefix) {
        return prefix + some(random, List.of(NAME_CHARACTERS.split("")), 60);
    }

    private static String socketId(RandomGenerator random) {
        return random.nextInt(1 << 30) + "." + random.nextInt(1 << 30);
    }

    /** In an order that both keep. */
    private static Map<String, Object> info(RandomGenerator random) {
        Map<String, Object> info = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Object value = switch (random.nextInt(4)) {
                case 0 -> random.nextInt();
                case 1 -> random.nextBoolean();
                case 2 -> List.of(some(random, TEXT_CHARACTERS, 5), random.nextLong());
                default -> some(random, TEXT_CHARACTERS, 20);
            };
            info.put(some(random, TEXT_CHARACTERS, 8), value);
        }
        return info;
    }

    @ParameterizedTest
    @ValueSource(strings = {"private-foobar", "private-cache-a", "private-user-a_b=@,.;"})
    void privateChannels(String channel) {
        assertThat(json(OURS.authorizeChannel("1234.1234", channel, null)))
                .isEqualTo(json(OFFICIAL.authenticate("1234.1234", channel)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"private-", "private-cache-", "private-encrypted-", "private-encrypted-cache-"})
    void anyPrivateChannel(String prefix) {
        Property.check(CASES, random -> {
            String channel = channel(random, prefix);
            String socketId = socketId(random);

            // The shared secret is base64, which pusher-http-java writes without padding.
            assertThat(json(OURS.authorizeChannel(socketId, channel, null).replace("=\"}", "\"}")))
                    .as(channel)
                    .isEqualTo(json(OFFICIAL.authenticate(socketId, channel)));
        });
    }

    @Test
    void presenceChannels() {
        PresenceUser user = new PresenceUser("10", Map.of("name", "Mr. ß"));

        assertThat(json(OURS.authorizeChannel("1234.1234", "presence-a", new Member("10", Map.of("name", "Mr. ß")))))
                .isEqualTo(json(OFFICIAL.authenticate("1234.1234", "presence-a", user)));
    }

    @Test
    void anyMemberOfAnyPresenceChannel() {
        Property.check(CASES, random -> {
            String channel = channel(random, random.nextBoolean() ? "presence-" : "presence-cache-");
            String socketId = socketId(random);
            String id = some(random, TEXT_CHARACTERS, 20);
            Map<String, Object> info = info(random);

            JsonNode ours = json(OURS.authorizeChannel(socketId, channel, new Member(id, info)));
            JsonNode official = json(OFFICIAL.authenticate(socketId, channel, new PresenceUser(id, info)));
            String data = ours.path("channel_data").asString();

            assertThat(json(data)).isEqualTo(json(official.path("channel_data").asString()));
            assertThat(ours.path("auth").asString())
                    .isEqualTo(KEY + ":" + SignatureUtil.sign(socketId + ":" + channel + ":" + data, SECRET));
            if (data.equals(official.path("channel_data").asString())) {
                assertThat(ours).isEqualTo(official);
            }
        });
    }

    /** pusher-http-java has no method for users: what is to be signed is Pusher's documentation, and the signature its own. */
    @Test
    void anyUser() {
        Property.check(CASES, random -> {
            String socketId = socketId(random);
            String id = some(random, TEXT_CHARACTERS, 20);
            Map<String, Object> info = info(random);

            JsonNode answer = json(OURS.authenticateUser(socketId, new SignedInUser(id, info, List.of("bob"))));
            String data = answer.path("user_data").asString();

            assertThat(answer.path("auth").asString())
                    .isEqualTo(KEY + ":" + SignatureUtil.sign(socketId + "::user::" + data, SECRET));
            assertThat(json(data).path("id").asString()).isEqualTo(id);
        });
    }

    @Test
    void webhooks() {
        String body = "{\"time_ms\":1,\"events\":[{\"name\":\"channel_occupied\",\"channel\":\"ß\"}]}";
        String signature = new TestApp("3", KEY, SECRET).sign(body);

        assertSameVerdict(KEY, signature, body, Validity.VALID);
        assertSameVerdict("other", signature, body, Validity.SIGNED_WITH_WRONG_KEY);
    }

    @Test
    void noWebhookThatWasTamperedWith() {
        Property.check(CASES, random -> {
            String body = "{\"time_ms\":1,\"events\":[\"" + some(random, TEXT_CHARACTERS, 40) + "\"]}";
            String signature = SignatureUtil.sign(body, SECRET);
            assertSameVerdict(KEY, signature, body, Validity.VALID);

            assertSameVerdict(KEY, signature, changed(random, body, 'x', 'y'), Validity.INVALID);
            assertSameVerdict(KEY, changed(random, signature, '0', '1'), body, Validity.INVALID);
            assertSameVerdict(KEY, signature.substring(1), body, Validity.INVALID);
            assertSameVerdict(KEY, "", body, Validity.INVALID);
        });
    }

    /** One character is another one. */
    private static String changed(RandomGenerator random, String text, char one, char other) {
        int at = random.nextInt(text.length());
        char instead = text.charAt(at) == one ? other : one;
        return text.substring(0, at) + instead + text.substring(at + 1);
    }

    private static void assertSameVerdict(String key, String signature, String body, Validity verdict) {
        assertThat(OFFICIAL.validateWebhookSignature(key, signature, body)).isEqualTo(verdict);
        assertThat(OURS.isValidWebhook(key, signature, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(verdict == Validity.VALID);
    }
}
