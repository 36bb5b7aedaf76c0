package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.connection.Slices;
import dev.fanfare.server.config.TransportConfig.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes when permessage-deflate is switched on. */
class CompressionTest {
    private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
    private static final int COMPRESSED = 0x40;
    private static final int TEXT = RawClient.FIN | COMPRESSED | RawClient.TEXT;

    private final TestServer server = new TestServer(Kind.AUTO, 1, TestServer.withCompression());

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient connectCompressed() throws Exception {
        RawClient client = server.connect();
        assertThat(client.shakeHands("/app/k", OFFER))
                .contains("Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover;"
                        + " client_no_context_takeover\r\n");
        return client;
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(bytes);
        byte[] deflated = new byte[bytes.length + 100];
        int length = deflater.deflate(deflated, 0, deflated.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(deflated, length - 4);
    }

    private static byte[] deflate(String text) {
        return deflate(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String inflate(byte[] payload) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        byte[] whole = Arrays.copyOf(payload, payload.length + 4);
        whole[whole.length - 1] = -1;
        whole[whole.length - 2] = -1;
        inflater.setInput(whole);
        byte[] text = new byte[1_000_000];
        int length = inflater.inflate(text);
        inflater.end();
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    @Test
    void messagesAreCompressedBothWaysEachByItself() throws Exception {
        try (RawClient client = connectCompressed()) {
            RecordingReceiver receiver = server.nextReceiver();
            for (int i = 0; i < 3; i++) {
                String text = ("{\"n\":" + i + "}").repeat(2_000);
                client.send(RawClient.frame(TEXT, deflate(text)));
                assertThat(receiver.nextText()).isEqualTo(text);
                receiver.write("short", text);
                assertThat(client.readFrame().text()).isEqualTo("short");
                RawClient.Frame frame = client.readFrame(COMPRESSED);
                assertThat(frame.payload()).hasSizeLessThan(text.length() / 10);
                assertThat(inflate(frame.payload())).isEqualTo(text);
            }
            client.sendText("not compressed");
            assertThat(receiver.nextText()).isEqualTo("not compressed");
            client.send(RawClient.frame(TEXT, new byte[] {0}));
            assertThat(receiver.nextText()).isEmpty();
        }
    }

    @Test
    void fragmentsAreInflatedTogetherWithAPingBetweenThem() throws Exception {
        try (RawClient client = connectCompressed()) {
            byte[] payload = deflate("fragmented ".repeat(50));
            client.send(RawClient.frame(COMPRESSED | RawClient.TEXT, Arrays.copyOf(payload, 7)));
            client.send(RawClient.frame(RawClient.FIN | RawClient.PING, new byte[0]));
            client.send(RawClient.frame(RawClient.FIN, Arrays.copyOfRange(payload, 7, payload.length)));
            assertThat(client.readFrame().opcode()).isEqualTo(RawClient.PONG);
            RecordingReceiver receiver = server.nextReceiver();
            assertThat(receiver.nextText()).isEqualTo("fragmented ".repeat(50));
            client.send(RawClient.frame(RawClient.TEXT, new byte[] {'a'}));
            client.send(RawClient.frame(RawClient.FIN, new byte[] {'b'}));
            assertThat(receiver.nextText()).isEqualTo("ab");
        }
    }

    @Test
    void bombIsClosedWithTooLarge() throws Exception {
        byte[] bomb = deflate(new byte[64 * 1024 * 1024]);
        assertThat(bomb).hasSizeLessThan(TestServer.MAX_MESSAGE);
        try (RawClient client = connectCompressed()) {
            client.send(RawClient.frame(TEXT, bomb));
            assertThat(client.readFrame().code()).isEqualTo(1009);
        }
        Inflation inflation = new Inflation(10_000);
        inflation.inflate(bomb, 0, bomb.length);
        assertThat(inflation.length()).isEqualTo(10_001);
        inflation.free();
    }

    @Test
    void messageThatWasCutOffIsAProtocolError() throws Exception {
        byte[] whole = deflate("{\"event\":\"pusher:ping\"} and some more text 0123456789");
        Inflation inflation = new Inflation(1000);
        assertThat(inflation.inflate(whole, 0, whole.length)).isNull();
        for (int length = 0; length < whole.length - 1; length++) {
            assertThat(inflation.inflate(whole, 0, length))
                    .as("%s bytes", length)
                    .isNotNull();
        }
        inflation.free();
        try (RawClient client = connectCompressed()) {
            client.send(RawClient.frame(TEXT, Arrays.copyOf(whole, 20)));
            assertThat(client.readFrame().code()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "garbage, c1, ffffff, 1002",
        "nothing, c1, '', 1002",
        "compressed ping, c9, 00, 1002",
        "another reserved bit, a1, 00, 1002",
        "compressed continuation of nothing, c0, 00, 1002",
        "binary, c2, 00, 1003",
    })
    void badCompressionIsClosed(String what, String first, String payload, int code) throws Exception {
        try (RawClient client = connectCompressed()) {
            byte[] bytes = HexFormat.of().parseHex(payload);
            client.send(RawClient.frame(HexFormat.fromHexDigits(first), bytes));
            assertThat(client.readFrame().code()).as(what).isEqualTo(code);
        }
    }

    @Test
    void invalidUtf8IsNoticedAfterInflation() throws Exception {
        try (RawClient client = connectCompressed()) {
            client.send(RawClient.frame(TEXT, deflate(new byte[] {-1, -2})));
            assertThat(client.readFrame().code()).isEqualTo(1007);
        }
    }

    @Test
    void whoDoesNotOfferItIsServedAsBefore() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.write("x".repeat(1000));
            assertThat(client.readFrame().text()).hasSize(1000);
            client.send(RawClient.frame(TEXT, deflate("x")));
            assertThat(client.readFrame().code()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permessage-deflate | ''",
                "permessage-deflate; client_max_window_bits | ''",
                "permessage-deflate; client_max_window_bits=9 | ''",
                "permessage-deflate; server_max_window_bits=15 | ; server_max_window_bits=15",
                "permessage-deflate; server_max_window_bits=\"15\" | ; server_max_window_bits=15",
                "permessage-deflate; server_no_context_takeover; client_no_context_takeover | ''",
                "permessage-deflate; server_max_window_bits=10, permessage-deflate | ''",
                "x-webkit-deflate-frame, permessage-deflate | ''",
                "permessage-deflate; server_max_window_bits=10 |",
                "permessage-deflate; server_max_window_bits |",
                "permessage-deflate; client_max_window_bits=16 |",
                "permessage-deflate; client_max_window_bits=08 |",
                "permessage-deflate; client_max_window_bits; client_max_window_bits |",
                "permessage-deflate; server_no_context_takeover=1 |",
                "permessage-deflate; unknown |",
                ";;;,,,=; |",
                "permessage-bzip2 |",
            })
    void firstOfferThatCanBeMetIsMet(String offer, @Nullable String more) {
        String met = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
        assertThat(DeflateOffer.accept(List.of(offer))).isEqualTo(more == null ? null : met + more);
    }

    @Test
    void framesAreCompressedAnewOnceTheirBufferWasCleared() throws Exception {
        Deflation deflation = new Deflation();
        NativeFrameBuffer buffer = new NativeFrameBuffer();
        for (String word : List.of("one ", "two ")) {
            buffer.append(word.repeat(100).getBytes(StandardCharsets.UTF_8));
            for (int subscriber = 0; subscriber < 2; subscriber++) {
                Slices slices = new Slices();
                slices.add(buffer, 0, buffer.end());
                ByteBuf sent = Unpooled.buffer();
                deflation.copy(slices, sent);
                byte[] payload = new byte[sent.readableBytes() - 2];
                sent.skipBytes(2).readBytes(payload);
                assertThat(inflate(payload)).isEqualTo(word.repeat(100));
            }
            buffer.clear();
        }
        buffer.free();
        deflation.free();
    }

    @Test
    void textThatGetsNoShorterIsSentAsItIs() throws Exception {
        StringBuilder noise = new StringBuilder();
        new SplittableRandom(1).ints(100, 33, 126).forEach(noise::appendCodePoint);
        try (RawClient client = connectCompressed()) {
            server.nextReceiver().write(noise.toString());
            assertThat(client.readFrame().text()).isEqualTo(noise.toString());
        }
    }
}
