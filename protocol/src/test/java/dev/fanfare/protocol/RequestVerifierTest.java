package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.RequestVerifier.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestVerifierTest {
    private static final String KEY = "278d425bdf160c739803";
    private static final AppSecret SECRET = new AppSecret("7ad3773142a6692b25b8");
    private static final long NOW = 1353088179;
    private static final String AUTH =
            "auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&auth_signature=";
    private static final byte[] NONE = new byte[0];

    private final RequestVerifier verifier = new RequestVerifier("/ws");
    private final RequestSigner signer = new RequestSigner(KEY, SECRET);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        /apps/3/events | {"name":"foo","channels":["project-3"],"data":"{\\"some\\":\\"data\\"}"} | ec365a775a4cd0599faeb73354201b6f | da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c
        /apps/3/batch_events | {"batch":[{"name":"foo","channel":"project-3","data":"1"},{"name":"bar","channel":"project-4","data":"2","socket_id":"1234.1234","info":"subscription_count"}]} | 48523e7d31d713386baeea40b8c85bc7 | 6f0de658bdbdb000534b27ecd089ec7bcf87ecc0edbc879bef67d892a9f40102
        /apps/3/users/user-1/terminate_connections | {} | 99914b932bd37a50b983c5e7c90ae93b | 880052344e56f2b29dd6ae66856b69f1d496d6a262d22ccd4f50f94a6d98bf6a
        """)
    void acceptsThePostsOfTheSdks(String path, String body, String md5, String signature) throws ProtocolException {
        String query = AUTH + signature + "&body_md5=" + md5;

        assertThat(verify("POST", path, query, body)).isEqualTo(new Verdict.Valid());
        assertThat(signer.sign("POST", path, Map.of(), body.getBytes(UTF_8), NOW))
                .contains("body_md5=" + md5)
                .endsWith("&auth_signature=" + signature);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /apps/3/channels | filter_by_prefix=presence-&info=user_count& | 16819168891cb5dfd72b5c7a5d3d602605b26c6ba1930033b5e2eeeb65010291
        /apps/3/channels/presence-foobar | info=user_count,subscription_count,cache& | e01e612686519d3f51fb79149b3989db2d7017ab8410dcd5245e6ca722663633
        /apps/3/channels/presence-foobar | info=user_count%2Csubscription_count%2ccache& | e01e612686519d3f51fb79149b3989db2d7017ab8410dcd5245e6ca722663633
        /apps/3/channels/presence-foobar/users | `` | 5567dd30e7f8575e66be615d2aac3f608a0c311c31ddab8513a278b022e9597e
        /apps/3/channels | body_md5=d41d8cd98f00b204e9800998ecf8427e& | 5c3cd75022c4f62c35ad22f6a9cce366c860477a3b7092ca790ecfc17e6af302
        """)
    void acceptsTheGetsOfTheSdks(String path, String parameters, String signature) throws ProtocolException {
        assertThat(verify("GET", path, parameters + AUTH + signature, "")).isEqualTo(new Verdict.Valid());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1427034994 | /apps/102015/channels | filter_by_prefix=presence-&info=user_count& | 4d8a02edcc8a758b0162cd6da690a9a45fb8ae326a276dca1e06a0bc42796c11
        1427036577 | /apps/102015/channels | filter_by_prefix=presence-& | b540383af4582af5fbb5df7be5472d54bd0838c9c2021c7743062568839e6f97
        1427036787 | /apps/102015/channels | `` | df89248f87f6e6d028925e0b04d60f316527a865992ace6936afa91281d8bef0
        1427053326 | /apps/102015/channels/presence-session-d41a439c438a100756f5-4bf35003e819bb138249-ROpCFmgFhXY | info=user_count,subscription_count& | f93ceb31f396aef336226efe512aaf339bd5e39c7c2c04b81cc8681dc16ee785
        1427053709 | /apps/102015/channels/presence-session-d41a439c438a100756f5-4bf35003e819bb138249-nYJLy67qh52/users | `` | 207feaf4e8efeb24e5f148011704251bf90e2059a5f97a3eb52d06178b11feca
        """)
    void acceptsTheVectorsOfTheGoSdk(long timestamp, String path, String parameters, String signature)
            throws ProtocolException {
        String query = parameters + "auth_signature=" + signature
                + "&auth_version=1.0&AUTH_KEY=d41a439c438a100756f5&auth_timestamp=" + timestamp;
        SignedRequest request = new SignedRequest("GET", path, RequestQuery.parse(query), NONE, 0, 0);
        List<AppSecret> secrets = List.of(new AppSecret("older"), new AppSecret("4bf35003e819bb138249"));

        assertThat(verifier.verify(request, "d41a439c438a100756f5", secrets, timestamp + 600))
                .isEqualTo(new Verdict.Valid());
    }

    @ParameterizedTest
    @CsvSource({
        "/apps/3/channels/a@b, /apps/3/channels/a%40b",
        "/apps/3/channels/a%40b, /apps/3/channels/a%40b",
        "/apps/3/events, /ws/apps/3/events",
        "/ws/apps/3/events, /ws/apps/3/events",
        "/apps/3/users/a=b/x, /ws/apps/3/users/a%3db/x"
    })
    void acceptsThePathAsSentOrDecodedWithOrWithoutPrefix(String signedPath, String sentPath) throws ProtocolException {
        String query = signer.sign("GET", signedPath, Map.of(), NONE, NOW);

        assertThat(verify("GET", sentPath, query, "")).isEqualTo(new Verdict.Valid());
    }

    @ParameterizedTest
    @CsvSource({"a+b, a+b", "a b, a+b", "a+b, a%2Bb", "a b, a%20b"})
    void acceptsAPlusSignAsItselfOrAsASpace(String signedValue, String sentValue) throws ProtocolException {
        String signed = signer.sign("GET", "/x", Map.of("info", signedValue), NONE, NOW);
        String sent = signed.replaceFirst("info=[^&]*", "info=" + sentValue);

        assertThat(verify("GET", "/x", sent, "")).isEqualTo(new Verdict.Valid());
    }

    @Test
    void anEscapedPlusSignIsNoSpace() throws ProtocolException {
        String signed = signer.sign("GET", "/x", Map.of("info", "a b"), NONE, NOW);

        assertThat(refusal("GET", "/x", signed.replace("a%20b", "a%2Bb"), "")).startsWith("Invalid signature");
    }

    @Test
    void quotesWhatShouldHaveBeenSigned() throws ProtocolException {
        assertThat(refusal("POST", "/apps/3/events", AUTH + "abc", ""))
                .isEqualTo("Invalid signature: you should have sent HmacSHA256Hex(\"POST\\n/apps/3/events\\n"
                        + "auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0\","
                        + " your_secret_key), but you sent \"abc\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1353088179, 1353088779, true",
        "1353088179, 1353088780, false",
        "1353088779, 1353088179, true",
        "1353088780, 1353088179, false"
    })
    void acceptsTimestampsOfTenMinutes(long sent, long now, boolean valid) throws ProtocolException {
        RequestQuery query = RequestQuery.parse(signer.sign("GET", "/x", Map.of(), NONE, sent));
        Verdict verdict = verifier.verify(new SignedRequest("GET", "/x", query, NONE, 0, 0), KEY, List.of(SECRET), now);

        if (valid) {
            assertThat(verdict).isEqualTo(new Verdict.Valid());
        } else {
            assertThat(((Verdict.Refused) verdict).message())
                    .startsWith("Timestamp expired: Given timestamp (2012-11-16T17:")
                    .contains(") not within 600s of server time (2012-11-16T17:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auth_key=278d425bdf160c739803, auth_key=other, Unknown auth_key: 'other'",
        "auth_key=278d425bdf160c739803, x=1, Missing parameter: auth_key",
        "auth_version=1.0, auth_version=2.0, 'Unsupported auth_version: ''2.0'', expected 1.0'",
        "auth_version=1.0, x=1, Missing parameter: auth_version",
        "auth_timestamp=1353088179, auth_timestamp=-1, 'Invalid auth_timestamp: ''-1'', expected seconds since 1970'",
        "auth_timestamp=1353088179, auth_timestamp=, 'Invalid auth_timestamp: '''', expected seconds since 1970'",
        "auth_timestamp=1353088179, auth_timestamp=999999999999999999999, 'Invalid auth_timestamp: ''999999999999999999999'', expected seconds since 1970'",
        "auth_timestamp=1353088179, x=1, Missing parameter: auth_timestamp",
        "auth_signature=, x=, Missing parameter: auth_signature"
    })
    void refusesWhatIsMissingOrMalformed(String part, String instead, String message) throws ProtocolException {
        String query = signer.sign("GET", "/x", Map.of(), NONE, NOW).replace(part, instead);

        assertThat(refusal("GET", "/x", query, "")).isEqualTo(message);
    }

    @Test
    void tiesTheBodyToTheSignature() throws ProtocolException {
        String query = signer.sign("POST", "/x", Map.of(), "{}".getBytes(UTF_8), NOW);
        String unsignedBody = signer.sign("POST", "/x", Map.of(), NONE, NOW);

        assertThat(refusal("POST", "/x", query, "{ }"))
                .isEqualTo(
                        "Invalid body_md5: '99914b932bd37a50b983c5e7c90ae93b' is not the MD5 of the 3 bytes received");
        assertThat(refusal("POST", "/x", query, "")).startsWith("Invalid body_md5");
        assertThat(refusal("POST", "/x", unsignedBody, "{}")).isEqualTo("Missing parameter: body_md5");
        assertThat(refusal("GET", "/x", query, "{}")).startsWith("Invalid signature");
        assertThat(refusal("POST", "/y", query, "{}")).startsWith("Invalid signature");
    }

    @Test
    void aSecondRequestWithinTheSameSecondIsFine() throws ProtocolException {
        String query = signer.sign("POST", "/x", Map.of(), "{}".getBytes(UTF_8), NOW);

        assertThat(verify("POST", "/x", query, "{}")).isEqualTo(new Verdict.Valid());
        assertThat(verify("POST", "/x", query, "{}")).isEqualTo(new Verdict.Valid());
    }

    @Test
    void growsWithTheRequest() throws ProtocolException {
        String query = signer.sign("GET", "/x", Map.of("info", "é".repeat(3_000)), NONE, NOW);

        assertThat(verify("GET", "/x", query, "")).isEqualTo(new Verdict.Valid());
        assertThat(refusal("GET", "/y", query, "")).hasSizeLessThan(1_500);
    }

    @Test
    void parametersAreThereOnce() {
        assertThatThrownBy(() -> RequestQuery.parse("a=1&b=2&A=1"))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("Duplicate parameter: a");
    }

    @Test
    void listsKeepTheirOrder() throws ProtocolException {
        RequestQuery query = RequestQuery.parse("channels[]=b&name=n&channels%5B%5D=a+c&&flag");

        assertThat(query.values("channels[]")).containsExactly("b", "a c");
        assertThat(query.value("name")).isEqualTo("n");
        assertThat(query.value("flag")).isEmpty();
        assertThat(query.value("absent")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"a=%, %", "a=%4, %4", "a=%4g, %4g", "%zz=1, %zz", "a=%+1, %+1"})
    void escapesAreTwoHexDigits(String query, String malformed) {
        assertThatThrownBy(() -> RequestQuery.parse(query))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("Malformed escape in the URL: '" + malformed + "', expected % and two hex digits");
    }

    @Test
    void parametersAreLimited() throws ProtocolException {
        String legal = "channels[]=a&".repeat(256);

        assertThat(RequestQuery.parse(legal).values("channels[]")).hasSize(256);
        assertThatThrownBy(() -> RequestQuery.parse(legal + "name=n"))
                .hasMessage("Query has too many parameters, expected at most 256");
    }

    private String refusal(String method, String path, String query, String body) throws ProtocolException {
        Verdict.Refused refused = (Verdict.Refused) verify(method, path, query, body);
        assertThat(refused.status()).isEqualTo(401);
        return refused.message();
    }

    private Verdict verify(String method, String path, String query, String body) throws ProtocolException {
        byte[] bytes = body.getBytes(UTF_8);
        SignedRequest request = new SignedRequest(method, path, RequestQuery.parse(query), bytes, 0, bytes.length);
        return verifier.verify(request, KEY, List.of(SECRET), NOW);
    }
}
