package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.transport.EndOfAnswer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP itself: bodies, order, persistence, and what a client may do wrong. */
class ApiHandlerTest {
    private static final String EVENT = "{\"name\":\"e\",\"channel\":\"room\",\"data\":\"1\"}";

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    private static String trigger(String body) {
        return TestApi.signed("POST", "/apps/3/events", "", body);
    }

    private static String trigger(int number) {
        return trigger("{\"name\":\"e" + number + "\",\"channel\":\"room\",\"data\":\"" + number + "\"}");
    }

    @Test
    void answerIsExactlyWhatEveryClientReads() {
        api.write(trigger(EVENT));
        api.turn();

        assertThat(api.output())
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(api.channel.isOpen()).isTrue();
    }

    @Test
    void hundredRequestsInOneSegmentAreAnsweredInOrder() {
        TestConnection subscriber = api.subscribe("room");
        StringBuilder segment = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            segment.append(i % 10 == 9 ? TestApi.signed("GET", "/apps/3/channels/room" + i, "", "") : trigger(i));
        }

        List<TestAnswer> answers = api.sendAll(segment.toString());

        assertThat(answers).hasSize(100).allMatch(answer -> answer.status() == 200);
        assertThat(IntStream.range(0, 100).filter(i -> answers.get(i).body().equals("{\"occupied\":false}")))
                .containsExactly(9, 19, 29, 39, 49, 59, 69, 79, 89, 99);
        assertThat(subscriber.events())
                .hasSize(90)
                .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    private static int number(String frame) {
        return Integer.parseInt(frame.replaceAll(".*\"data\":\"(\\d+)\".*", "$1"));
    }

    @Test
    void oneSegmentIsAnsweredWithOneWrite() {
        api.write(trigger(1) + trigger(2) + trigger(3));
        api.turn();

        assertThat(api.channel.outboundMessages())
                .filteredOn(ByteBuf.class::isInstance)
                .hasSize(1);
        assertThat(api.channel.outboundMessages())
                .filteredOn(EndOfAnswer.INSTANCE::equals)
                .hasSize(3);
        assertThat(api.answers()).hasSize(3);
    }

    @Test
    void answersThatComeLaterKeepTheOrderOfTheRequests() {
        api.loop.moveElsewhere();

        assertThat(api.sendAll(TestApi.signed("GET", "/apps/3/channels/room", "", "")
                        + TestApi.request("GET", "/up", "")
                        + TestApi.signed("GET", "/apps/3/connections", "", "")))
                .isEmpty();

        api.turn();
        assertThat(api.answers())
                .extracting(TestAnswer::body)
                .containsExactly("{\"occupied\":false}", "{\"health\":\"OK\"}", "{\"connections\":0}");
    }

    @Test
    void clientThatSendsTooManyRequestsAheadIsNotReadUntilTheyAreAnswered() {
        api.loop.moveElsewhere();
        String segment = TestApi.signed("GET", "/apps/3/channels/room", "", "").repeat(200);

        assertThat(api.sendAll(segment)).isEmpty();
        assertThat(api.channel.config().isAutoRead()).isFalse();

        List<TestAnswer> answers = new ArrayList<>();
        for (int turns = 0; turns < 20; turns++) {
            api.turn();
            answers.addAll(api.answers());
        }
        assertThat(answers).hasSize(200);
        assertThat(api.channel.config().isAutoRead()).isTrue();
    }

    @Test
    void requestMayArriveByteByByte() {
        TestConnection subscriber = api.subscribe("room");
        for (byte b : trigger(EVENT).getBytes(StandardCharsets.UTF_8)) {
            api.channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {b}));
        }
        api.turn();

        assertThat(api.answers()).singleElement().satisfies(answer -> answer.isOk("{}"));
        assertThat(subscriber.events()).hasSize(1);
    }

    @Test
    void dribbledBodiesOfTwoConnectionsOfOneLoopDoNotMix() {
        EmbeddedChannel first = api.channel;
        String request = trigger(1);
        int middle = request.length() - 10;
        api.write(request.substring(0, middle));

        api.newChannel();
        api.send(trigger(2)).isOk("{}");
        api.channel.finishAndReleaseAll();

        api.channel = first;
        api.send(request.substring(middle)).isOk("{}");
    }

    @Test
    void chunkedBodyIsReadAndItsSignatureChecked() {
        String query = TestApi.signedQuery("POST", "/apps/3/events", "", EVENT);
        String head = "POST /apps/3/events?" + query + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunks = "5\r\n" + EVENT.substring(0, 5) + "\r\n" + Integer.toHexString(EVENT.length() - 5) + "\r\n"
                + EVENT.substring(5) + "\r\n0\r\n\r\n";

        api.send(head + chunks).isOk("{}");
        api.send(head + chunks.replace("room", "moor")).isProblem(401, "body_md5");
    }

    @Test
    void bodyLargerThanTheSharedMemoryIsRead() {
        String body = "{\"name\":\"e\",\"channel\":\"room\",\"data\":\"1\"" + " ".repeat(50_000) + "}";

        api.send(trigger(body)).isOk("{}");
        api.send(trigger(EVENT)).isOk("{}");
    }

    @Test
    void expectationIsMetBeforeTheBodyIsSent() {
        String request = trigger(EVENT).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        int body = request.indexOf("\r\n\r\n") + 4;

        api.write(request.substring(0, body));
        assertThat(api.output()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

        api.send(request.substring(body)).isOk("{}");
    }

    @Test
    void bodyThatAnnouncesTooMuchIsRefusedUnread() {
        api.write("POST /apps/3/events HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: "
                + (TestApi.MAX_BODY_SIZE + 1) + "\r\n\r\n");

        assertThat(api.answers()).singleElement().satisfies(answer -> {
            answer.isProblem(413, "expected at most 65536 bytes");
            assertThat(answer.headers()).containsEntry("Connection", "close");
        });
        assertThat(api.channel.isOpen()).isFalse();
    }

    @Test
    void chunkedBodyThatGrowsTooLargeIsRefused() {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";

        List<TestAnswer> answers =
                api.sendAll("POST /apps/3/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));

        assertThat(answers).singleElement().satisfies(answer -> answer.isProblem(413, "too large"));
        assertThat(api.channel.isOpen()).isFalse();
    }

    @Test
    void bodyOfTheLargestSizeIsAccepted() {
        String body = "{\"name\":\"e\",\"channel\":\"room\",\"data\":\"1\"}";
        api.send(trigger(body + " ".repeat(TestApi.MAX_BODY_SIZE - body.length())))
                .isOk("{}");
    }

    @Test
    void clientThatLeavesWithinItsBodyLeavesNothingBehind() {
        TestConnection subscriber = api.subscribe("room");
        String request = trigger(EVENT);
        api.write(request.substring(0, request.length() - 1));

        api.channel.finish();

        assertThat(api.output()).isEmpty();
        assertThat(subscriber.events()).isEmpty();
    }

    @Test
    void clientThatLeavesBeforeItsAnswerHurtsNobody() {
        api.loop.moveElsewhere();
        api.write(TestApi.signed("GET", "/apps/3/channels/room", "", "").repeat(100));

        api.channel.finish();
        api.turn();

        assertThat(api.output()).isEmpty();
    }

    @Test
    void bytesBehindTheAnnouncedBodyAreTheNextRequest() {
        List<TestAnswer> answers = api.sendAll(trigger(EVENT) + "surplus\r\n\r\n");

        assertThat(answers).hasSize(2);
        answers.getFirst().isOk("{}");
        answers.getLast().isProblem(400, "Malformed HTTP request");
        assertThat(api.channel.isOpen()).isFalse();
    }

    @Test
    void malformedRequestsAreAnsweredAndTheConnectionClosed() {
        for (String request : List.of(
                "\0\1\2\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/x.y\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: two\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n")) {
            api.newChannel();
            List<TestAnswer> answers = api.sendAll(request);

            assertThat(answers).as(request).hasSize(1);
            answers.getFirst().isProblem(400, "Malformed HTTP request");
            assertThat(api.channel.isOpen()).as(request).isFalse();
        }
    }

    @Test
    void oversizedHeadIsRefused() {
        api.send("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\n\r\n").isProblem(414, "too long");
        api.newChannel();
        api.send("GET / HTTP/1.1\r\nX: " + "x".repeat(9_000) + "\r\n\r\n").isProblem(431, "too large");
    }

    @Test
    void connectionClosesWhenTheClientAsksForIt() {
        TestAnswer answer = api.send(trigger(EVENT).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(answer.isOk("{}").headers()).containsEntry("Connection", "close");
        assertThat(api.channel.isOpen()).isFalse();
    }

    @Test
    void requestsBehindTheLastOneAreNotServed() {
        TestConnection subscriber = api.subscribe("room");
        String last = trigger(1).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");

        assertThat(api.sendAll(last + trigger(2))).hasSize(1);
        assertThat(subscriber.events()).hasSize(1);
    }

    @Test
    void oldHttpIsKeptAliveOnlyOnRequest() {
        String request = trigger(EVENT).replace("HTTP/1.1", "HTTP/1.0");

        TestAnswer kept = api.send(request.replace("\r\n\r\n", "\r\nConnection: Keep-Alive\r\n\r\n"));
        assertThat(kept.isOk("{}").headers()).containsEntry("Connection", "keep-alive");
        assertThat(api.channel.isOpen()).isTrue();

        TestAnswer closed = api.send(request);
        assertThat(closed.isOk("{}").headers()).containsEntry("Connection", "close");
        assertThat(api.channel.isOpen()).isFalse();
    }
}
