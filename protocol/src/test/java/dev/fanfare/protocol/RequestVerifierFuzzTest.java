package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

/** Whatever the request line and the body are, who does not know the secret is refused. */
class RequestVerifierFuzzTest {
    private static final long NOW = 1353088179;
    private static final AppSecret SECRET = new AppSecret("7ad3773142a6692b25b8");

    private final RequestVerifier verifier = new RequestVerifier("/ws");
    private final RequestSigner signer = new RequestSigner("key", SECRET);
    private final Signer plain = new Signer(SECRET);

    @FuzzTest
    void refusesWhatIsNotSigned(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int question = Math.max(0, text.indexOf('?'));
        String path = text.substring(0, question);
        String query = text.substring(Math.min(question + 1, text.length()));
        for (String parameters : List.of(query, "auth_key=key&auth_version=1.0&auth_timestamp=1353088179&" + query)) {
            try {
                SignedRequest request =
                        new SignedRequest("POST", path, RequestQuery.parse(parameters), bytes, 0, bytes.length);
                assertThat(verifier.verify(request, "key", List.of(SECRET), NOW))
                        .isInstanceOf(RequestVerifier.Verdict.Refused.class);
            } catch (ProtocolException malformed) {
                assertThat(malformed.getMessage()).isNotEmpty().hasSizeLessThan(1_000);
            }
        }
    }

    @FuzzTest
    void acceptsWhatIsSigned(byte[] bytes) throws ProtocolException {
        String value = new String(bytes, UTF_8);
        String query = signer.sign("POST", "/x", Map.of("info", value), bytes, NOW);
        SignedRequest request = new SignedRequest("POST", "/x", RequestQuery.parse(query), bytes, 0, bytes.length);

        assertThat(request.query().value("info")).isEqualTo(value);
        assertThat(verifier.verify(request, "key", List.of(SECRET), NOW))
                .isInstanceOf(RequestVerifier.Verdict.Valid.class);
    }

    @FuzzTest
    void otherSignaturesDoNotMatch(byte[] bytes) {
        assertThat(plain.matches(new String(bytes, ISO_8859_1), bytes, 0, bytes.length))
                .isFalse();
    }
}
