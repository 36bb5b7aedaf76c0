package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
    private static final SocketId SOCKET = new SocketId(1234, 1234);
    private static final String KNOWN = "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4";

    private final Signer signer = new Signer(new AppSecret("7ad3773142a6692b25b8"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        private-foobar | - | 58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4
        private-foobar | {"foo":"bar"} | 13cc18efb858e429b24bd58bb1e47f405d3d2f40c8bdfc96d933b65295139612
        private-cache-foobar | - | 395f4a03f06e17b74af8d9c58386cf386e70176f58452420f042b6e1bddefa43
        private-encrypted-foobar | - | e6a18892d037c5d5e76a2265df4f086ffc38631605530dfd214aa5bff495f533
        presence-foobar | {"user_id":"10","user_info":{"name":"Mr. Pusher"}} | 48dac51d2d7569e1e9c0f48c227d4b26f238fa68e5c0bb04222c966909c4f7c4
        presence-foobar | {"user_id":10,"user_info":{"name":"Mr. Pusher"}} | afaed3695da2ffd16931f457e338e6c9f2921fa133ce7dac49f529792be6304c
        presence-foobar | {"user_id":10,"user_info":{"name":"Mr. Channels"}} | 31935e7d86dba64c2a90aed31fdc61869f9b22ba9d8863bba239c03ca481bc80
        presence-foobar | - | 71506e66e7fdca106571b8999a849ad34245bc653772e51e0026c1a2475b92ba
        presence-foobar | {"user_id":"10","user_info":{"name":"Zoë"}} | 01929b58470549b26feda16bd5c83f392f22e023661d24e836df880b63d23e0b
        """)
    void signsSubscriptionsAsTheSdksDo(String channel, String channelData, String signature) {
        String text = Signer.channelText(SOCKET, channel, channelData);

        assertThat(signer.sign(text)).isEqualTo(signature);
        assertThat(signer.matches(signature, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"id":"12345"} | 4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba
        {"id":"12345","user_info":{"name":"Ann"},"watchlist":["1","2"]} | 6f36cbdb723942497402efe065ab552cfe6369c707e5c7a3743845157b20da63
        """)
    void signsSigninsAsTheSdksDo(String userData, String signature) {
        assertThat(signer.sign(Signer.userText(SOCKET, userData))).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"time_ms":1327078148132,"events":[{"name":"channel_occupied","channel":"test_channel"}]} | 709fdb84c03664445f7698120b0edf0acc1ab1c8c6e93a0368c61841d6b998aa
        {"time_ms":1327078148132,"events":[{"name":"client_event","channel":"presence-foobar","event":"client-typing","data":"{\\"x\\":1}","socket_id":"1234.1234","user_id":"10"}]} | 8ebad1f16ee374676a47ab881a6a613607a724249b6fbbe927da1de103fccd92
        """)
    void signsWebhooksAsTheSdksDo(String body, String signature) {
        byte[] bytes = (" " + body + " ").getBytes(UTF_8);

        assertThat(signer.sign(bytes, 1, bytes.length - 1)).isEqualTo(signature);
    }

    @Test
    void signsTheWebhookOfTheGoSdk() {
        assertThat(new Signer(new AppSecret("secret")).sign("{\"hello\":\"world\"}"))
                .isEqualTo("2677ad3e7c090b2fa2c0fb13020d66d5420879b8316eb356a2d60fb9073bc778");
    }

    @Test
    void signsAgainAfterAMismatch() {
        assertThat(signer.matches("00".repeat(32), "anything")).isFalse();
        assertThat(signer.matches("short", "anything")).isFalse();
        assertThat(signer.sign("1234.1234:private-foobar")).isEqualTo(KNOWN);
    }

    @Test
    void matchesHexOfEitherCase() {
        assertThat(signer.matches(KNOWN.toUpperCase(Locale.ROOT), "1234.1234:private-foobar"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a",
                "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a40",
                "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a5",
                "g8df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4",
                "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3é4",
                " 58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4"
            })
    void matchesNothingElse(String signature) {
        assertThat(signer.matches(signature, "1234.1234:private-foobar")).isFalse();
    }

    @Test
    void secretsDoNotPrint() {
        assertThat(new AppSecret("7ad3773142a6692b25b8"))
                .hasToString("***")
                .isEqualTo(new AppSecret("7ad3773142a6692b25b8"));
    }
}
