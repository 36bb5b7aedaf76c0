package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    static Stream<Arguments> understandsWhatSdksSend() {
        ClientFrame publicRoom = new ClientFrame.Subscribe("room", "", null);
        ClientFrame presence = new ClientFrame.Subscribe("presence-x", "k:s", "{\"user_id\":\"1\"}");
        return Stream.of(
                Arguments.of("""
                        {"event":"pusher:subscribe","data":{"channel":"room"}}""", publicRoom),
                Arguments.of("""
                        {"event":"pusher:subscribe","data":{"auth":"","channel":"room"}}""", publicRoom),
                Arguments.of("""
                        {"event":"pusher:subscribe","data":{"channel":"room","auth":null,"channel_data":null}}""", publicRoom),
                Arguments.of("""
                        {"data":"{\\"channel\\":\\"room\\",\\"channel_data\\":\\"\\"}","event":"pusher:subscribe"}""", publicRoom),
                Arguments.of("""
                         { "event" : "pusher:subscribe" , "id" : [1,{"data":2}] , "data" : { "channel" : "room" } }\s""", publicRoom),
                Arguments.of("""
                        {"\\u0065vent":"pusher\\u003asubscribe","data":{"channe\\u006c":"r\\u006fom"}}""", publicRoom),
                Arguments.of("""
                        {"event":"pusher:subscribe","data":{"channel":"presence-x","auth":"k:s","channel_data":"{\\"user_id\\":\\"1\\"}"}}""", presence),
                Arguments.of("""
                        {"event":"pusher:unsubscribe","data":{"channel":"room"}}""", new ClientFrame.Unsubscribe("room")),
                Arguments.of("""
                        {"event":"pusher:signin","data":{"auth":"k:s","user_data":"{\\"id\\":\\"1\\"}"}}""", new ClientFrame.Signin("k:s", "{\"id\":\"1\"}")),
                Arguments.of("""
                        {"event":"pusher:ping","data":{}}""", new ClientFrame.Ping()),
                Arguments.of("""
                        {"event":"pusher:ping","data":""}""", new ClientFrame.Ping()),
                Arguments.of("""
                        {"event": "pusher:ping"}""", new ClientFrame.Ping()),
                Arguments.of("""
                        {"event":"pusher:ping","data":null}""", new ClientFrame.Ping()),
                Arguments.of("""
                        {"event":"pusher:pong","data":{}}""", new ClientFrame.Pong()),
                Arguments.of("""
                        {"event":"pusher:enable_delta_compression"}""", new ClientFrame.Unsupported("pusher:enable_delta_compression")),
                Arguments.of("""
                        {"event":"message","channel":7,"data":1}""", new ClientFrame.Unsupported("message")),
                Arguments.of("""
                        {"event":"Client-x","channel":"c","data":1}""", new ClientFrame.Unsupported("Client-x")),
                Arguments.of("""
                        {"event":""}""", new ClientFrame.Unsupported("")));
    }

    @ParameterizedTest
    @MethodSource
    void understandsWhatSdksSend(String text, ClientFrame frame) throws ProtocolException {
        assertThat(read(text)).isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"x":1} | 7
        {"x" : [ 1.50, "\\u00e9" ] } | 27
        "{\\"x\\":1}" | 7
        "" | 0
        "Zoë" | 4
        "\\ud83d\\ude00" | 4
        "\\ud83d" | 3
        "\\u00e9\\u20ac\\/\\n" | 7
        0 | 1
        -1.5e+10 | 8
        true | 4
        [] | 2
        """)
    void keepsTheDataOfClientEventsAsItIs(String data, int size) throws ProtocolException {
        String text =
                "{\"event\":\"client-x\",\"user_id\":\"forged\",\"channel\":\"private-a\",\"data\": " + data + " }";
        ClientFrame.ClientEvent event = (ClientFrame.ClientEvent) read(text);

        assertThat(event.event()).isEqualTo("client-x");
        assertThat(event.channel()).isEqualTo("private-a");
        assertThat(new String(event.data(), UTF_8)).isEqualTo(data);
        assertThat(event.dataSize()).isEqualTo(size);
    }

    @Test
    void keepsNothingOfTheCallersArray() throws ProtocolException {
        byte[] text = "xx{\"event\":\"client-x\",\"channel\":\"private-a\",\"data\":{}}xx".getBytes(UTF_8);
        ClientFrame.ClientEvent event = (ClientFrame.ClientEvent) FrameReader.read(text, 2, text.length - 2);
        Arrays.fill(text, (byte) 'x');

        assertThat(event.data()).asString(UTF_8).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"client-x\"}",
                "{\"event\":\"client-x\",\"channel\":\"private-a\"}",
                "{\"event\":\"client-x\",\"data\":{}}",
                "{\"event\":\"client-x\",\"channel\":null,\"data\":{}}",
                "{\"event\":\"client-x\",\"channel\":\"private-a\",\"data\":null}"
            })
    void clientEventsNeedChannelAndData(String text) {
        assertRefused(text, "Invalid client event (must contain channel and data)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        {} | Invalid frame: event is missing, expected a string
        {"event":null} | Invalid frame: event is missing, expected a string
        {"event":7} | Invalid frame: event is of type number, expected a string
        {"event":["pusher:ping"]} | Invalid frame: event is of type array, expected a string
        {"event":"client-x","channel":7,"data":1} | Invalid client event: channel is of type number, expected a string
        {"event":"pusher:subscribe"} | Invalid pusher:subscribe: data is missing, expected an object
        {"event":"pusher:subscribe","data":null} | Invalid pusher:subscribe: data is missing, expected an object
        {"event":"pusher:subscribe","data":[]} | Invalid pusher:subscribe: data is of type array, expected an object
        {"event":"pusher:subscribe","data":""} | Invalid JSON at byte 0: unexpected the end, expected '{'
        {"event":"pusher:subscribe","data":"room"} | Invalid JSON at byte 0: unexpected 'r', expected '{'
        {"event":"pusher:subscribe","data":{}} | Invalid pusher:subscribe: channel is missing, expected a string
        {"event":"pusher:subscribe","data":{"channel":1}} | Invalid pusher:subscribe: channel is of type number, expected a string
        {"event":"pusher:subscribe","data":{"channel":"a","auth":{}}} | Invalid pusher:subscribe: auth is of type object, expected a string
        {"event":"pusher:subscribe","data":{"channel":"a","channel_data":{}}} | Invalid pusher:subscribe: channel_data is of type object, expected a string
        {"event":"pusher:unsubscribe","data":{}} | Invalid pusher:unsubscribe: channel is missing, expected a string
        {"event":"pusher:signin","data":{"auth":"k:s"}} | Invalid pusher:signin: user_data is missing, expected a string
        {"event":"pusher:signin","data":{"user_data":"{}"}} | Invalid pusher:signin: auth is missing, expected a string
        {"event":"pusher:ping","event":"pusher:ping"} | Duplicate key: event
        {"event":"pusher:subscribe","data":{"channel":"a","channel":"b"}} | Duplicate key: channel
        {"event":"client-x","channel":"a","data":1,"d\\u0061ta":2} | Duplicate key: data
        {"event":"client-\\ud800","channel":"a","data":1} | Invalid string: "client-\\ud800", expected surrogates in pairs
        [] | Invalid JSON at byte 0: unexpected '[', expected '{'
        `` | Invalid JSON at byte 0: unexpected the end, expected '{'
        ping | Invalid JSON at byte 0: unexpected 'p', expected '{'
        {"event":"pusher:ping"}x | Invalid JSON at byte 23: unexpected 'x', expected nothing more
        """)
    void saysWhatIsWrong(String text, String message) {
        assertRefused(text, message);
    }

    @Test
    void cutsEventsThatItDoesNotKnow() throws ProtocolException {
        assertThat(read("{\"event\":\"" + "x".repeat(5_000) + "\"}"))
                .isEqualTo(new ClientFrame.Unsupported("x".repeat(200) + "…"));
    }

    @Test
    void errorsCarryNoStackTrace() {
        assertThatThrownBy(() -> read("[]"))
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(message);
    }

    private static ClientFrame read(String text) throws ProtocolException {
        byte[] bytes = text.getBytes(UTF_8);
        return FrameReader.read(bytes, 0, bytes.length);
    }
}
