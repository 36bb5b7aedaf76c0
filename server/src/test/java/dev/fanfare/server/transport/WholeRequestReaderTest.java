package dev.fanfare.server.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeRequestReaderTest {
    private static final String PUBLISH =
            "POST /apps/1/events?a=b HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "content-length: 2\r\nConnection: Keep-Alive\r\n\r\n{}";

    private final WholeRequestReader reader = new WholeRequestReader(4096, 2048);

    @Test
    void takesWholeRequestsOneByOneAndLeavesTheRest() {
        ByteBuf buffer = bytes(PUBLISH + "GET /up HTTP/1.1\r\nHost: x\r\n\r\n" + "GET /");

        WholeRequest publish = reader.read(buffer);
        WholeRequest up = reader.read(buffer);

        assertThat(publish).isNotNull();
        assertThat(publish.method()).isEqualTo("POST");
        assertThat(publish.target()).isEqualTo("/apps/1/events?a=b");
        assertThat(publish.body()).isEqualTo("{}".getBytes(ISO_8859_1));
        assertThat(up).isNotNull().extracting(WholeRequest::target).isEqualTo("/up");
        assertThat(reader.read(buffer)).isNull();
        assertThat(buffer.readableBytes()).isEqualTo("GET /".length());
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Proto: https, true",
        "x-forwarded-proto:HTTPS, true",
        "'X-Forwarded-Proto: http, https', true",
        "X-Forwarded-Proto: http, false",
        "X-Forwarded-Protx: https, false",
        "X-Forwarded-For: https, false",
    })
    void noticesThatAProxySpeaksOfTls(String header, boolean overTls) {
        WholeRequest request = reader.read(bytes(PUBLISH.replace("Host: x", header)));
        assertThat(request)
                .isNotNull()
                .extracting(WholeRequest::forwardedOverTls)
                .isEqualTo(overTls);
        WholeRequest next = reader.read(bytes(PUBLISH));
        assertThat(next).isNotNull().extracting(WholeRequest::forwardedOverTls).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For: 10.0.0.1, true",
        "forwarded: for=10.0.0.1, true",
        "X-Real-IP: 10.0.0.1, true",
        "X-Real-Ip2: 10.0.0.1, false",
        "X-Forwarded-Fox: 10.0.0.1, false",
    })
    void noticesThatAProxySpeaksForSomebodyElse(String header, boolean forwarded) {
        WholeRequest request = reader.read(bytes(PUBLISH.replace("Host: x", header)));
        assertThat(request).isNotNull().extracting(WholeRequest::forwarded).isEqualTo(forwarded);
        WholeRequest next = reader.read(bytes(PUBLISH));
        assertThat(next).isNotNull().extracting(WholeRequest::forwarded).isEqualTo(false);
    }

    @Test
    void readsWhatTheClientCallsTheRequest() {
        WholeRequest request = reader.read(bytes(PUBLISH.replace("Host: x", "x-request-ID: \torder 7")));
        assertThat(request).isNotNull().extracting(WholeRequest::requestId).isEqualTo("order 7");
        WholeRequest next = reader.read(bytes(PUBLISH));
        assertThat(next).isNotNull().extracting(WholeRequest::requestId).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET  HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: keep-alive, upgrade\r\n\r\n",
                "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nAuthorization: Bearer x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET / HTTP/1.1\r\nnothing\r\n\r\n",
                "GET / HTTP/1.1\r\nname: \u00e9\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
                "POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\nx",
                "POST / HTTP/1.1\r\nContent-Length:\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nxy"
            })
    void leavesWhatIsUnusualOrIncompleteUntouched(String request) {
        ByteBuf buffer = bytes(request);

        assertThat(reader.read(buffer)).isNull();
        assertThat(buffer.readerIndex()).isZero();
    }

    @Test
    void leavesHeadersAndBodiesThatAreTooLarge() {
        String filler = "x".repeat(2200);

        assertThat(reader.read(bytes("GET / HTTP/1.1\r\nname: " + filler + "\r\n\r\n")))
                .isNull();
        assertThat(reader.read(bytes("POST / HTTP/1.1\r\nContent-Length: 4400\r\n\r\n" + filler + filler)))
                .isNull();
    }

    @Test
    void takesABodyThatIsLargerThanUsual() {
        String body = "x".repeat(3000);

        WholeRequest request = reader.read(bytes("POST / HTTP/1.1\r\nContent-Length: 3000\r\n\r\n" + body));

        assertThat(request).isNotNull();
        assertThat(request.body()).hasSize(3000);
    }

    /** What it takes, Netty's decoder takes as well, and understands in the same way. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithNettyOnEveryMutatedRequest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int taken = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] request = mutated(PUBLISH.getBytes(ISO_8859_1), random);
            ByteBuf buffer = Unpooled.wrappedBuffer(request);
            WholeRequest mine = reader.read(buffer);
            if (mine != null) {
                taken++;
                String head = new String(request, ISO_8859_1);
                FullHttpRequest theirs = nettys(Arrays.copyOf(request, buffer.readerIndex()));
                assertThat(theirs).as(head).isNotNull();
                assertThat(theirs.decoderResult().isSuccess()).as(head).isTrue();
                assertThat(HttpUtil.isKeepAlive(theirs)).as(head).isTrue();
                assertThat(theirs.method().name()).as(head).isEqualTo(mine.method());
                assertThat(theirs.uri()).as(head).isEqualTo(mine.target());
                byte[] body = new byte[theirs.content().readableBytes()];
                theirs.content().readBytes(body);
                assertThat(body).as(head).isEqualTo(mine.body());
                theirs.release();
            }
        }
        assertThat(taken).isBetween(500, 4_500);
    }

    private static byte[] mutated(byte[] request, SplittableRandom random) {
        String interesting = "\r\n\t :;,/?x0129\u0000\u007f\u00ffA";
        byte[] bytes = request.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) interesting.charAt(random.nextInt(interesting.length()));
        }
        return bytes;
    }

    private static @Nullable FullHttpRequest nettys(byte[] request) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(), new HttpObjectAggregator(1024));
        channel.writeInbound(Unpooled.wrappedBuffer(request));
        FullHttpRequest read = channel.readInbound();
        channel.finishAndReleaseAll();
        return read;
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(ISO_8859_1));
    }
}
