package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
    private static final String EVENT = "{\"name\":\"e\",\"channel\":\"room\",\"data\":\"1\"}";
    private static final String AUTH =
            "auth_key=" + TestApi.KEY + "&auth_timestamp=" + TestApi.NOW + "&auth_version=1.0";

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    /** Signs one query and sends another, as SDKs that escape do. */
    private TestAnswer get(String path, String signedQuery, String sentQuery) {
        return send("GET", path, signedQuery, sentQuery, "");
    }

    private TestAnswer send(String method, String path, String signedQuery, String sentQuery, String body) {
        String signature = TestSignature.sign(TestApi.SECRET, method, path, signedQuery);
        return api.send(TestApi.request(method, path + "?" + sentQuery + "&auth_signature=" + signature, body));
    }

    /** Signatures that were computed with openssl. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "GET|/apps/3/channels|filter_by_prefix=presence-&info=user_count||"
                        + "16819168891cb5dfd72b5c7a5d3d602605b26c6ba1930033b5e2eeeb65010291",
                "GET|/apps/3/channels/presence-foobar/users|||"
                        + "5567dd30e7f8575e66be615d2aac3f608a0c311c31ddab8513a278b022e9597e",
                "GET|/apps/3/channels|body_md5=d41d8cd98f00b204e9800998ecf8427e||"
                        + "5c3cd75022c4f62c35ad22f6a9cce366c860477a3b7092ca790ecfc17e6af302",
                "POST|/apps/3/events|body_md5=ec365a775a4cd0599faeb73354201b6f|"
                        + "{\"name\":\"foo\",\"channels\":[\"project-3\"],\"data\":\"{\\\"some\\\":\\\"data\\\"}\"}|"
                        + "da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c",
                "POST|/apps/3/users/user-1/terminate_connections|body_md5=99914b932bd37a50b983c5e7c90ae93b|{}|"
                        + "880052344e56f2b29dd6ae66856b69f1d496d6a262d22ccd4f50f94a6d98bf6a"
            })
    void publishedVectorsAreAccepted(String method, String path, String query, String body, String signature) {
        String uri = path + "?" + AUTH + (query == null ? "" : "&" + query) + "&auth_signature=";
        String sent = body == null ? "" : body;

        assertThat(api.send(TestApi.request(method, uri + signature, sent)).status())
                .isEqualTo(200);
        String forged = signature.substring(0, 63) + (signature.endsWith("0") ? "1" : "0");
        api.send(TestApi.request(method, uri + forged, sent)).isProblem(401, "Invalid signature: you should have sent");
    }

    @Test
    void refusalSaysWhatShouldHaveBeenSigned() {
        TestAnswer answer = api.send(TestApi.request("GET", "/apps/3/channels?" + AUTH + "&auth_signature=abc", ""));

        answer.isProblem(401, "HmacSHA256Hex(\"GET\\n/apps/3/channels\\n" + AUTH + "\", your_secret_key)");
        answer.isProblem(401, "but you sent \"abc\"");
    }

    @Test
    void parametersMayComeInAnyOrderAndCase() {
        String signature = TestSignature.sign(TestApi.SECRET, "GET", "/apps/3/channels", AUTH + "&filter_by_prefix=x");

        api.send(TestApi.request(
                        "GET",
                        "/apps/3/channels?auth_signature=" + signature
                                + "&filter_by_prefix=x&auth_version=1.0&Auth_Key=" + TestApi.KEY + "&auth_timestamp="
                                + TestApi.NOW,
                        ""))
                .isOk("{\"channels\":{}}");
    }

    @Test
    void listsMayBeEscapedOrNot() {
        String info = "info=user_count,subscription_count";
        String path = "/apps/3/channels/presence-room";
        String expected = "{\"occupied\":false,\"user_count\":0,\"subscription_count\":0}";

        get(path, AUTH + "&" + info, AUTH + "&" + info).isOk(expected);
        get(path, AUTH + "&" + info, AUTH + "&" + info.replace(",", "%2C")).isOk(expected);
        get(path, AUTH + "&" + info, AUTH + "&" + info.replace(",", "%2c")).isOk(expected);
    }

    @Test
    void plusSignMayBeItselfOrASpace() {
        String path = "/apps/3/channels";

        get(path, AUTH + "&filter_by_prefix=a+b", AUTH + "&filter_by_prefix=a+b")
                .isOk("{\"channels\":{}}");
        get(path, AUTH + "&filter_by_prefix=a b+c", AUTH + "&filter_by_prefix=a+b%2Bc")
                .isOk("{\"channels\":{}}");
        get(path, AUTH + "&filter_by_prefix=ab", AUTH + "&filter_by_prefix=a+b").isProblem(401, "Invalid signature");
    }

    @Test
    void pathMayBeSignedEscapedOrNot() {
        String escaped = "/apps/3/channels/a%40b%3Bc";
        String query = "?" + AUTH + "&auth_signature=";

        api.get(escaped).isOk("{\"occupied\":false}");
        api.send(TestApi.request(
                        "GET",
                        escaped + query + TestSignature.sign(TestApi.SECRET, "GET", "/apps/3/channels/a@b;c", AUTH),
                        ""))
                .isOk("{\"occupied\":false}");
    }

    @Test
    void utf8InParametersIsSignedAsBytes() {
        get("/apps/3/channels", AUTH + "&filter_by_prefix=ö", AUTH + "&filter_by_prefix=%C3%B6")
                .isOk("{\"channels\":{}}");
    }

    @Test
    void arraysAreSignedAsTheyAppear() {
        String query = AUTH + "&channels[]=b&channels[]=a&name=e&data=1";

        send("POST", "/apps/3/events", query, query, "").isOk("{}");
        send("POST", "/apps/3/events", query, query.replace("[]", "%5B%5D"), "").isOk("{}");
    }

    @Test
    void duplicateParametersAreRefused() {
        for (String twice : new String[] {"info=a&info=a", "auth_key=" + TestApi.KEY, "x=1&X=2"}) {
            get("/apps/3/channels", AUTH + "&" + twice, AUTH + "&" + twice).isProblem(400, "Duplicate parameter: ");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, -599, 0, 600})
    void timestampWithinTenMinutesIsAccepted(long skew) {
        String auth = AUTH.replace(String.valueOf(TestApi.NOW), String.valueOf(TestApi.NOW + skew));
        get("/apps/3/channels", auth, auth).isOk("{\"channels\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1353087578", "1353088780", "0", "99999999999"})
    void timestampBeyondTenMinutesIsRefused(String timestamp) {
        String auth = AUTH.replace(String.valueOf(TestApi.NOW), timestamp);
        get("/apps/3/channels", auth, auth).isProblem(401, "Timestamp expired: Given timestamp (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1353088179.5", "1353088179000", "99999999999999999999"})
    void timestampThatIsNoNumberIsRefused(String timestamp) {
        String auth = AUTH.replace(String.valueOf(TestApi.NOW), timestamp);
        get("/apps/3/channels", auth, auth).isProblem(401, "expected seconds since 1970");
    }

    @Test
    void equalRequestsInOneSecondAreLegal() {
        TestConnection subscriber = api.subscribe("room");

        api.trigger(EVENT).isOk("{}");
        api.trigger(EVENT).isOk("{}");
        api.loop.run();

        assertThat(subscriber.events()).hasSize(2);
    }

    @Test
    void bodyThatWasNotSignedIsRefused() {
        String query = TestApi.signedQuery("POST", "/apps/3/events", "", EVENT);
        String other = EVENT.replace("room", "moor");

        api.send(TestApi.request("POST", "/apps/3/events?" + query, other)).isProblem(401, "Invalid body_md5");
        api.send(TestApi.request("POST", "/apps/3/events?" + query, "")).isProblem(401, "Invalid body_md5");
        String forged = query.replace(TestSignature.md5(EVENT), TestSignature.md5(other));
        api.send(TestApi.request("POST", "/apps/3/events?" + forged, other)).isProblem(401, "Invalid signature");
        send("POST", "/apps/3/events", AUTH, AUTH, EVENT).isProblem(401, "Missing parameter: body_md5");
    }

    @Test
    void missingParametersAreNamed() {
        for (String name : new String[] {"auth_key", "auth_timestamp", "auth_version"}) {
            String query = AUTH.replace(name, "x" + name);
            get("/apps/3/channels", query, query).isProblem(401, "Missing parameter: " + name);
        }
        api.send(TestApi.request("GET", "/apps/3/channels?" + AUTH, ""))
                .isProblem(401, "Missing parameter: auth_signature");
        api.send(TestApi.request("GET", "/apps/3/channels", "")).isProblem(401, "Missing parameter: auth_key");
        String version = AUTH.replace("1.0", "2.0");
        get("/apps/3/channels", version, version).isProblem(401, "expected 1.0");
    }

    @Test
    void keyOfAnotherAppIsRefused() {
        String query = AUTH.replace(TestApi.KEY, "other-key");
        get("/apps/3/channels", query, query).isProblem(401, "Unknown auth_key: ");
        String unknown = AUTH.replace(TestApi.KEY, "no-key");
        get("/apps/3/channels", unknown, unknown).isProblem(401, "Unknown auth_key: ");
        String upper = AUTH.replace(TestApi.KEY, TestApi.KEY.toUpperCase(Locale.ROOT));
        get("/apps/3/channels", upper, upper).isProblem(401, "Unknown auth_key: ");
    }

    @Test
    void signatureOfAnotherMethodOrPathIsRefused() {
        String signature = TestSignature.sign(TestApi.SECRET, "POST", "/apps/3/channels", AUTH);
        String uri = "?" + AUTH + "&auth_signature=" + signature;
        api.send(TestApi.request("GET", "/apps/3/channels" + uri, "")).isProblem(401, "Invalid signature");
        api.send(TestApi.request("POST", "/apps/3/events" + uri, "")).isProblem(401, "Invalid signature");
    }

    @Test
    void everySecretOfTheAppIsLive() {
        String signature = TestSignature.sign("retired-3", "GET", "/apps/3/channels", AUTH);
        api.send(TestApi.request("GET", "/apps/3/channels?" + AUTH + "&auth_signature=" + signature, ""))
                .isOk("{\"channels\":{}}");
    }

    @Test
    void longSignatureIsCutInTheAnswer() {
        TestAnswer answer = api.send(
                TestApi.request("GET", "/apps/3/channels?" + AUTH + "&auth_signature=" + "a".repeat(3_000), ""));
        assertThat(answer.isProblem(401, "Invalid signature").body()).hasSizeLessThan(1_000);
    }
}
