package dev.fanfare.sdk.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the test vectors of the protocol. */
class MasterKeyTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** The nonce of the vectors: 0 to 23. */
    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) i;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "private-encrypted-foobar,g3Au6SZ+UCU+IMfFsFva0rq+Gi4tzSHR6WCcWZbS9sY=,JudJzMunSIiVrODAo+lfpUsGJzgoj596PYEg0Ekt7UbHsg5iiqAaZxI=",
        "private-encrypted-cache-foobar,ZIyrVD+0Bk6W0N6MalhVZjcRCf/fF2zNDPkN9Kb3hoA=,pn0ErQfEQdDTREz1QszlGC28iuDlirPszzb3eE6neIEtEX3RZtT52lI="
    })
    void dataAreEncryptedAsEverySdkDecryptsThem(String channel, String sharedSecret, String ciphertext) {
        MasterKey key = MasterKey.parse(KEY, new Counting());

        assertThat(key.sharedSecret(channel)).isEqualTo(sharedSecret);
        assertThat(key.encrypt(channel, PLAIN))
                .isEqualTo("{\"nonce\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\",\"ciphertext\":\"" + ciphertext + "\"}");
    }

    private static final String PLAIN = "{\"message\":\"hello world\"}";

    @Test
    void eachEventHasANonceOfItsOwn() {
        MasterKey key = MasterKey.parse(KEY);
        Set<String> encrypted = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            encrypted.add(key.encrypt("private-encrypted-a", "same"));
        }

        assertThat(encrypted).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({"not base64 at all!,is not base64", "AAAA,has 3 bytes"})
    void aKeyThatIsNoneIsRefusedWithoutBeingShown(String text, String message) {
        assertThatThrownBy(() -> MasterKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(text);
        assertThat(MasterKey.parse(KEY).toString()).doesNotContain(KEY);
    }

    @Test
    void anEncryptedChannelIsAuthorizedWithItsSecretAndGetsNothingInPlainText() {
        AppSigner signer = new AppSigner("k", new dev.fanfare.protocol.AppSecret("s"), MasterKey.parse(KEY));

        assertThat(signer.authorizeChannel("1.2", "private-encrypted-foobar", null))
                .contains("\"shared_secret\":\"g3Au6SZ+UCU+IMfFsFva0rq+Gi4tzSHR6WCcWZbS9sY=\"");
        String data =
                signer.data(OutboundEvent.of("private-encrypted-foobar", "e", Map.of("message", "hidden")), 10_240);
        assertThat(data).contains("\"ciphertext\"").doesNotContain("hidden");
        assertThat(signer.data(OutboundEvent.of("private-foobar", "e", "seen"), 10_240))
                .isEqualTo("seen");
    }

    @Test
    void whatCannotBeEncryptedIsRefusedBeforeAnythingIsSent() {
        AppSigner with = new AppSigner("k", new dev.fanfare.protocol.AppSecret("s"), MasterKey.parse(KEY));
        AppSigner without = new AppSigner("k", new dev.fanfare.protocol.AppSecret("s"), null);
        OutboundEvent event = OutboundEvent.of("private-encrypted-a", "e", "x".repeat(8_000));

        assertThatThrownBy(() -> without.data(event, 10_240))
                .isInstanceOf(RealtimeException.class)
                .hasMessageContaining("PUSHER_ENCRYPTION_MASTER_KEY_BASE64 is not set");
        assertThatThrownBy(() -> without.authorizeChannel("1.2", "private-encrypted-a", null))
                .hasMessageContaining("PUSHER_ENCRYPTION_MASTER_KEY_BASE64 is not set");
        assertThatThrownBy(() -> with.data(event, 10_240)).hasMessageContaining("expected at most 10240");
        assertThatThrownBy(() -> with.data(OutboundEvent.of(List.of("private-encrypted-a", "b"), "e", 1), 10_240))
                .hasMessageContaining("several channels");
    }
}
