package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TriggerEventsTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    private static String event(String channel, String rest) {
        return "{\"name\":\"e\",\"channel\":\"" + channel + "\",\"data\":\"{\\\"a\\\":1}\"" + rest + "}";
    }

    @Test
    void eventReachesTheSubscribersOfItsChannels() {
        TestConnection a = api.subscribe("a");
        TestConnection b = api.subscribe("b");
        TestConnection c = api.subscribe("c");

        api.trigger("{\"name\":\"e\",\"channels\":[\"a\",\"b\",\"a\"],\"data\":\"{\\\"a\\\":1}\"}")
                .isOk("{}");
        api.loop.run();

        assertThat(a.events()).containsExactly("{\"event\":\"e\",\"channel\":\"a\",\"data\":\"{\\\"a\\\":1}\"}");
        assertThat(b.events()).hasSize(1);
        assertThat(c.events()).isEmpty();
    }

    @Test
    void connectionThatCausedTheEventDoesNotGetIt() {
        TestConnection sender = api.subscribe("room");
        TestConnection other = api.subscribe("room");

        api.trigger(event("room", ",\"socket_id\":\"" + sender.socketId + "\"")).isOk("{}");
        api.loop.run();

        assertThat(sender.events()).isEmpty();
        assertThat(other.events()).hasSize(1);
    }

    @Test
    void countsAreToldOnRequest() {
        api.join("presence-room", "1");
        api.join("presence-room", "1");
        api.subscribe("other");

        TestAnswer answer = api.trigger("{\"name\":\"e\",\"data\":\"1\",\"info\":\"user_count,subscription_count\","
                + "\"channels\":[\"presence-room\",\"other\",\"empty\"]}");

        answer.isOk("{\"channels\":{\"presence-room\":{\"user_count\":1,\"subscription_count\":2},"
                + "\"other\":{\"subscription_count\":1},\"empty\":{\"subscription_count\":0}}}");
    }

    @Test
    void attributeThatAChannelDoesNotHaveIsLeftOut() {
        api.trigger(event("room", ",\"info\":\"user_count\"")).isOk("{\"channels\":{\"room\":{}}}");
    }

    @Test
    void brokenBodyIsRefused() {
        api.trigger("{").isProblem(400, "");
        api.trigger("[]").isProblem(400, "");
        api.trigger("{\"channel\":\"room\",\"data\":\"1\"}").isProblem(400, "name");
        api.trigger(event("no room", "")).isProblem(400, "no room");
        api.post("/apps/3/events", "").isProblem(400, "");
    }

    @Test
    void nothingIsPublishedIfOneChannelIsWrong() {
        TestConnection subscriber = api.subscribe("room");

        api.trigger("{\"name\":\"e\",\"channels\":[\"room\",\"no room\"],\"data\":\"1\"}")
                .isProblem(400, "no room");
        api.loop.run();

        assertThat(subscriber.events()).isEmpty();
    }

    @Test
    void dataThatIsTooLargeIsRefusedAndTheConnectionStays() {
        String data = "x".repeat(10_240);

        api.trigger("{\"name\":\"e\",\"channel\":\"room\",\"data\":\"" + data + "\"}")
                .isOk("{}");
        api.trigger("{\"name\":\"e\",\"channel\":\"room\",\"data\":\"" + data + "x\"}")
                .isProblem(413, "The data content of this event exceeds the allowed maximum (10240 bytes)");
        assertThat(api.channel.isOpen()).isTrue();
    }

    @Test
    void moreChannelsThanAllowedAreRefused() {
        String channels =
                IntStream.range(0, 101).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.joining(","));

        api.trigger("{\"name\":\"e\",\"data\":\"1\",\"channels\":[" + channels + "]}")
                .isProblem(400, "100");
    }

    @Test
    void eventMayBeInTheQuery() {
        TestConnection subscriber = api.subscribe("room");

        api.send(TestApi.signed("POST", "/apps/3/events", "channel=room&data=1&name=e", ""))
                .isOk("{}");
        api.send(TestApi.signed("POST", "/apps/3/events", "channels[]=room&channels[]=b&data=2&name=e", ""))
                .isOk("{}");
        api.loop.run();

        assertThat(subscriber.events())
                .containsExactly(
                        "{\"event\":\"e\",\"channel\":\"room\",\"data\":\"1\"}",
                        "{\"event\":\"e\",\"channel\":\"room\",\"data\":\"2\"}");
    }

    @Test
    void bodyWinsOverTheQuery() {
        TestConnection subscriber = api.subscribe("room");

        api.send(TestApi.signed("POST", "/apps/3/events", "channel=other&data=2&name=q", event("room", "")))
                .isOk("{}");
        api.loop.run();

        assertThat(subscriber.events()).singleElement().asString().contains("\"event\":\"e\"");
    }

    @Test
    void batchIsPublishedInItsOrder() {
        TestConnection subscriber = api.subscribe("room");

        api.post("/apps/3/batch_events", batch(List.of(event("room", ""), event("other", ""), event("room", ""))))
                .isOk("{}");
        api.loop.run();

        assertThat(subscriber.events()).hasSize(2);
    }

    private static String batch(List<String> events) {
        return "{\"batch\":" + events + "}";
    }

    @Test
    void batchAnswersEachItemAtItsPlace() {
        api.join("presence-room", "1");
        String info = ",\"info\":\"user_count,subscription_count\"";

        api.post(
                        "/apps/3/batch_events",
                        batch(List.of(event("presence-room", info), event("room", ""), event("room", info))))
                .isOk("{\"batch\":[{\"user_count\":1,\"subscription_count\":1},{},{\"subscription_count\":0}]}");
    }

    @Test
    void batchWithOneWrongItemPublishesNothing() {
        TestConnection subscriber = api.subscribe("room");

        api.post("/apps/3/batch_events", batch(List.of(event("room", ""), event("no room", ""))))
                .isProblem(400, "no room");
        api.post("/apps/3/batch_events", batch(Collections.nCopies(11, event("room", ""))))
                .isProblem(400, "10");
        api.post("/apps/3/batch_events", "{\"batch\":{}}").isProblem(400, "");
        api.loop.run();

        assertThat(subscriber.events()).isEmpty();
    }

    @Test
    void oldClientsPutTheChannelIntoThePath() {
        TestConnection subscriber = api.subscribe("room");
        String path = "/apps/3/channels/room/events";

        TestAnswer answer = api.send(TestApi.signed("POST", path, "name=e", "{\"a\":1}"));
        api.loop.run();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(subscriber.events())
                .containsExactly("{\"event\":\"e\",\"channel\":\"room\",\"data\":\"{\\\"a\\\":1}\"}");
        api.send(TestApi.signed("POST", path, "", "1")).isProblem(400, "name");
    }

    @Test
    void answerWaitsUntilTheEventIsAccepted() {
        api.loop.moveElsewhere();
        api.write(TestApi.signed("POST", "/apps/3/events", "", event("room", "")));
        assertThat(api.output()).isEmpty();

        api.turn();
        assertThat(api.answers()).singleElement().satisfies(answer -> answer.isOk("{}"));
    }
}
