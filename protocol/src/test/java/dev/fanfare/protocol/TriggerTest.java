package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.fanfare.protocol.Trigger.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {
    private static final Trigger.Limits LIMITS = new Trigger.Limits(164, 200, 10_240, 100, 10);

    @Test
    void readsWhatTheSdksSend() throws TriggerException {
        Trigger node = parse("""
                {"name":"foo","data":"{\\"some\\":\\"data\\"}","channels":["project-3","b"],"socket_id":"1234.5678"}""");
        Trigger php = parse("""
                {"channel":"project-3","name":"foo","data":"1","info":"user_count,subscription_count"}""");
        Trigger ruby = parse("""
                {"name":"foo","channels":["project-3"],"data":"","socket_id":null,"info":null,"later":[{}]}""");

        assertThat(node.channels()).extracting(ChannelName::value).containsExactly("project-3", "b");
        assertThat(node.except()).isEqualTo(new SocketId(1234, 5678));
        assertThat(node.info()).isEmpty();
        assertThat(php.channels()).extracting(ChannelName::value).containsExactly("project-3");
        assertThat(php.info()).containsExactly(Attribute.USER_COUNT, Attribute.SUBSCRIPTION_COUNT);
        assertThat(ruby.except()).isNull();
        assertThat(ruby.frame(ruby.channels().getFirst()).data()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "null", "{\\\"a\\\":1}", "\\u0041\\/\\ud83d\\ude00", "\\ud800", "é€😀", " spaced "})
    void passesDataOnByteForByte(String escaped) throws TriggerException {
        assertThat(frame("{\"name\":\"my-event\",\"channel\":\"room\",\"data\":\"" + escaped + "\"}"))
                .isEqualTo("{\"event\":\"my-event\",\"channel\":\"room\",\"data\":\"" + escaped + "\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        { "a" : [ 1.50 , "x y" ] } | {\\"a\\":[1.50,\\"x y\\"]}
        "a\\"b\\\\" | a\\"b\\\\
        ["\\" ,"] | [\\"\\\\\\" ,\\"]
        1e5 | 1e5
        true | true
        """)
    void writesOtherDataAsCompactText(String data, String escaped) throws TriggerException {
        assertThat(frame("{\"name\":\"e\",\"channel\":\"room\",\"data\": " + data + " }"))
                .isEqualTo("{\"event\":\"e\",\"channel\":\"room\",\"data\":\"" + escaped + "\"}");
    }

    @Test
    void publishesOncePerChannel() throws TriggerException {
        Trigger trigger = parse("""
                {"name":"e","data":"d","channels":["b","a","b","#server-to-user-7","a"]}""");

        assertThat(trigger.channels()).extracting(ChannelName::value).containsExactly("b", "a", "#server-to-user-7");
    }

    @Test
    void channelsWinOverChannel() throws TriggerException {
        assertThat(parse("{\"name\":\"e\",\"data\":\"d\",\"channel\":\"x\",\"channels\":[\"y\"]}")
                        .channels())
                .extracting(ChannelName::value)
                .containsExactly("y");
    }

    @Test
    void namesAreWrittenAnew() throws TriggerException {
        assertThat(frame("{\"name\":\"\\u0061\\/\\\"\",\"channel\":\"\\u0072oom\",\"data\":\"d\"}"))
                .isEqualTo("{\"event\":\"a/\\\"\",\"channel\":\"room\",\"data\":\"d\"}");
    }

    @Test
    void dataIsLimitedByItsUnescapedBytes() throws TriggerException {
        assertThat(parse(body("\"" + "\\u00e9".repeat(5_120) + "\"")).channels())
                .hasSize(1);
        assertThat(parse(body("\"" + "\\n".repeat(10_240) + "\"")).channels()).hasSize(1);
        assertRefused(
                413,
                body("\"" + "é".repeat(5_120) + "x\""),
                "The data content of this event exceeds the allowed maximum (10240 bytes). It has 10241 bytes.");
        assertRefused(
                413,
                body("[\"" + "x".repeat(10_237) + "\"]"),
                "The data content of this event exceeds the allowed maximum (10240 bytes). It has 10241 bytes.");
        assertThat(parse(body("[ \"" + "x".repeat(10_236) + "\" ]")).channels()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        `` | Invalid JSON at byte 0: unexpected the end, expected '{'
        [] | Invalid JSON at byte 0: unexpected '[', expected '{'
        {"name":"e","data":"d","channel":"c"}, | Invalid JSON at byte 37: unexpected ',', expected nothing more
        {"data":"d","channel":"c"} | Invalid name: missing, expected a string
        {"name":1,"data":"d","channel":"c"} | Invalid name: 1, expected a string
        {"name":"","data":"d","channel":"c"} | Invalid event name: '' has 0 characters, expected 1 to 200
        {"name":"pusher:x","data":"d","channel":"c"} | Invalid event name: 'pusher:x', expected another prefix than pusher: and pusher_internal:, which are the server's
        {"name":"pusher_internal:x","data":"d","channel":"c"} | Invalid event name: 'pusher_internal:x', expected another prefix than pusher: and pusher_internal:, which are the server's
        {"name":"\\ud800","data":"d","channel":"c"} | Invalid string: "\\ud800", expected surrogates in pairs
        {"name":"e","channel":"c"} | Event has no data, expected a string
        {"name":"e","data":null,"channel":"c"} | Event has no data, expected a string
        {"name":"e","data":"d"} | Neither channels nor channel is there, expected one of them
        {"name":"e","data":"d","channels":[]} | Event has 0 channels, expected 1 to 100
        {"name":"e","data":"d","channels":"c"} | Invalid channels: "c", expected an array of strings
        {"name":"e","data":"d","channels":["c",7]} | Expected channel name to be a string, but got 7
        {"name":"e","data":"d","channel":{}} | Expected channel name to be a string, but got {}
        {"name":"e","data":"d","channels":["ok","a b"]} | Invalid channel name: 'a b', expected one or more of A-Z a-z 0-9 _ - = @ , . ;
        {"name":"e","data":"d","channels":["#private"]} | Invalid channel name: '#private', expected one or more of A-Z a-z 0-9 _ - = @ , . ;
        {"name":"e","data":"d","channel":"c","socket_id":"undefined"} | Invalid socket id: undefined, expected two numbers as in 123.456
        {"name":"e","data":"d","channel":"c","socket_id":1.2} | Invalid socket_id: 1.2, expected a string
        {"name":"e","data":"d","channel":"c","info":"user_count,x"} | Unknown info attribute: 'x', expected user_count, subscription_count or cache
        {"name":"e","data":"d","channel":"c","info":["user_count"]} | Invalid info: ["user_count"], expected a string of names with commas between them
        {"name":"e","data":"d","channel":"c","name":"f"} | Duplicate key: name
        """)
    void saysWhatIsWrong(String body, String message) {
        assertRefused(400, body, message);
    }

    @Test
    void numbersAreLimited() {
        assertRefused(
                400,
                "{\"name\":\"" + "x".repeat(201) + "\",\"data\":\"d\",\"channel\":\"c\"}",
                "Invalid event name: '" + "x".repeat(200) + "…' has 201 characters, expected 1 to 200");
        assertRefused(
                400,
                "{\"name\":\"e\",\"data\":\"d\",\"channels\":[" + "\"c\",".repeat(100) + "\"c\"]}",
                "Event has 101 channels, expected 1 to 100");
        assertRefused(
                400,
                "{\"name\":\"e\",\"data\":\"d\",\"channel\":\"" + "c".repeat(165) + "\"}",
                "Invalid channel name: " + "c".repeat(165) + " has 165 characters, expected at most 164");
    }

    @Test
    void bodiesAreUtf8() {
        byte[] body = "{\"name\":\"e\",\"data\":\"d?\",\"channel\":\"c\"}".getBytes(UTF_8);
        body[20] = (byte) 0xff;

        assertThatThrownBy(() -> Trigger.parse(body, 0, body.length, LIMITS)).hasMessage("Body is not valid UTF-8");
        assertThatThrownBy(() -> Trigger.parseBatch(body, 0, body.length, LIMITS))
                .hasMessage("Body is not valid UTF-8");
    }

    @Test
    void batchesKeepTheirOrder() throws TriggerException {
        List<Trigger> batch = parseBatch("""
                {"batch": [ {"name":"foo","channel":"c","data":"1"} ,{"name":"bar","channels":["d"],"data":{"x": 2},
                "socket_id":"1234.1234","info":"subscription_count"} ] }""");

        assertThat(batch)
                .extracting(event ->
                        new String(event.frame(event.channels().getFirst()).json(), UTF_8))
                .containsExactly(
                        "{\"event\":\"foo\",\"channel\":\"c\",\"data\":\"1\"}",
                        "{\"event\":\"bar\",\"channel\":\"d\",\"data\":\"{\\\"x\\\":2}\"}");
        assertThat(batch.get(1).info()).containsExactly(Attribute.SUBSCRIPTION_COUNT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {} | 400 | Invalid batch: missing, expected an array of events
        {"batch":{}} | 400 | Invalid batch: {}, expected an array of events
        {"batch":[]} | 400 | Batch has 0 events, expected 1 to 10
        {"batch":[1,1,1,1,1,1,1,1,1,1,1]} | 400 | Batch has 11 events, expected 1 to 10
        {"batch":[{"name":"e","data":"d","channel":"c"},1]} | 400 | Invalid JSON at byte 0: unexpected '1', expected '{' (in event 1 of the batch)
        {"batch":[{"name":"e","data":"d","channels":["c","d"]}]} | 400 | Event has 2 channels, expected exactly 1 (in event 0 of the batch)
        {"batch":[{"name":"e","data":"d","channel":"c:d"}]} | 400 | Invalid channel name: 'c:d', expected one or more of A-Z a-z 0-9 _ - = @ , . ; (in event 0 of the batch)
        """)
    void batchesAreRefusedAsAWhole(String body, int status, String message) {
        assertThatThrownBy(() -> parseBatch(body))
                .hasMessage(message)
                .asInstanceOf(type(TriggerException.class))
                .extracting(TriggerException::status)
                .isEqualTo(status);
    }

    @Test
    void aBatchWithTooMuchDataSaysSoAtTheStart() {
        String body = "{\"batch\":[" + body("\"" + "x".repeat(10_241) + "\"") + "]}";

        assertThatThrownBy(() -> parseBatch(body))
                .hasMessageStartingWith("The data content of this event exceeds the allowed maximum (10240 bytes). ")
                .extracting(e -> ((TriggerException) e).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "cache, CACHE", "'subscription_count, user_count', 'USER_COUNT,SUBSCRIPTION_COUNT'"})
    void attributesAreNamesWithCommas(String info, String attributes) throws TriggerException {
        assertThat(String.join(
                        ",", Attribute.parse(info).stream().map(Attribute::name).toList()))
                .isEqualTo(attributes);
    }

    private static String body(String data) {
        return "{\"name\":\"e\",\"channel\":\"c\",\"data\":" + data + "}";
    }

    private static void assertRefused(int status, String body, String message) {
        assertThatThrownBy(() -> parse(body))
                .hasMessage(message)
                .asInstanceOf(type(TriggerException.class))
                .extracting(TriggerException::status)
                .isEqualTo(status);
    }

    private static String frame(String body) throws TriggerException {
        Trigger trigger = parse(body);
        return new String(trigger.frame(trigger.channels().getFirst()).json(), UTF_8);
    }

    private static Trigger parse(String body) throws TriggerException {
        byte[] bytes = ("xx" + body + "xx").getBytes(UTF_8);
        return Trigger.parse(bytes, 2, bytes.length - 2, LIMITS);
    }

    private static List<Trigger> parseBatch(String body) throws TriggerException {
        byte[] bytes = body.getBytes(UTF_8);
        return Trigger.parseBatch(bytes, 0, bytes.length, LIMITS);
    }
}
