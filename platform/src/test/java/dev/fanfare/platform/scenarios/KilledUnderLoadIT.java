package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.PlatformProcess;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform that people write and bid on is killed, and starts again on the same files. Its server is away all the while, so that
 * nothing has been delivered before, and all of it has to be after.
 */
class KilledUnderLoadIT {
    private static final ServerConfig ANYWHERE = ServerConfig.development().withPort(0);
    private static final List<String> WRITERS = List.of("ada", "bob", "ada", "bob");
    private static final List<String> BIDDERS = List.of("bob", "cleo", "dan");
    private static final int ENOUGH = 50;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> bid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();

    @TempDir
    Path directory;

    private String conversation = "";
    private String auction = "";

    private static String[] settings(int serverPort) {
        return new String[] {
            "--fanfare.provider=pusher",
            "--fanfare.port=" + serverPort,
            "--fanfare.app-id=" + TestApp.DEVELOPMENT.id(),
            "--fanfare.key=" + TestApp.DEVELOPMENT.key(),
            "--fanfare.secret=" + TestApp.DEVELOPMENT.secret(),
            "--fanfare.use-tls=false",
            "--fanfare.outbox.longest-retry=500ms"
        };
    }

    private static int portOfNobody() {
        try (Server server = Server.start(ANYWHERE)) {
            return server.port();
        }
    }

    @Test
    void whatWasAnsweredIsThereOnceAndToldOnceToWhoSubscribesBeforeTheNextStart()
            throws IOException, InterruptedException {
        String database = PlatformProcess.databaseIn(directory);
        int port = portOfNobody();
        try (PlatformProcess process = PlatformProcess.start(database, settings(port))) {
            begin(process);
            await().atMost(Duration.ofMinutes(2)).until(() -> sent.size() >= ENOUGH && bid.size() >= ENOUGH);
            process.kill();
            for (Thread one : people) {
                one.join();
            }
        }

        try (Server _ = Server.start(ANYWHERE.withPort(port));
                TestClient client = TestClient.open(
                        URI.create("ws://127.0.0.1:" + port + "/app/" + TestApp.DEVELOPMENT.key() + "?protocol=7"))) {
            subscribe(client, conversationChannel());
            subscribe(client, "auction-" + auction);
            try (RunningPlatform platform = RunningPlatform.start(database, settings(port))) {
                List<String> messages = storedMessages(platform.bean(JdbcClient.class));
                List<String> told = logged(platform, conversationChannel(), "message:new");
                assertThat(ids(told)).isEqualTo(messages);

                checkStoredBids(platform.bean(JdbcClient.class));
                List<String> placed = logged(platform, "auction-" + auction, "bid-placed");
                JsonNode stands =
                        platform.as("bob").get("/api/auctions/" + auction).json();
                assertThat(prices(placed).getLast())
                        .isEqualTo(stands.path("currentPriceMinor").asString());
                assertThat(field(placed, "pusherBidsCount").getLast())
                        .isEqualTo(stands.path("bidsCount").asString());

                Outbox outbox = platform.bean(Outbox.class);
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> outbox.status().pending() == 0);
                Heard heard = Heard.all(client);
                assertThat(ids(heard.messages)).isEqualTo(messages);
                assertThat(prices(heard.bids)).isEqualTo(prices(placed));
            }
        }
    }

    private String conversationChannel() {
        return "private-conversation-" + conversation;
    }

    private void begin(PlatformProcess process) throws IOException, InterruptedException {
        String ada = process.token("ada");
        conversation = PlatformProcess.json(
                        process.post(
                                ada,
                                "/api/conversations",
                                "{\"participantId\":\"bob\",\"subject\":{\"type\":\"test\",\"id\":\"1\",\"title\":\"A lamp\"}}"))
                .path("id")
                .asString();
        String offer = "{\"title\":\"A lamp\",\"description\":\"\",\"currency\":\"EUR\",\"startPriceMinor\":1000,"
                + "\"endAt\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"}";
        auction = PlatformProcess.json(process.post(ada, "/api/auctions", offer))
                .path("id")
                .asString();
        for (String writer : WRITERS) {
            String path = "/api/conversations/" + conversation + "/messages";
            repeat(process, process.token(writer), path, sent, "\"text\":\"A word\"");
        }
        for (String bidder : BIDDERS) {
            String path = "/api/auctions/" + auction + "/bids";
            repeat(process, process.token(bidder), path, bid, "\"confirmed\":true");
        }
    }

    /** Posts until the platform is gone, and keeps the ids of what was taken. */
    private void repeat(PlatformProcess process, String token, String path, Set<String> taken, String field) {
        people.add(Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    int next = number.incrementAndGet();
                    String id = "post-" + next;
                    String amount = taken == bid ? ",\"amountMinor\":" + (1000 + 300 * next) : "";
                    if (process.post(token, path, "{" + field + ",\"clientId\":\"" + id + "\"" + amount + "}")
                                    .statusCode()
                            == 201) {
                        taken.add(id);
                    }
                }
            } catch (IOException e) {
                // it is gone
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Authorized by the secret alone, since there is no platform. */
    private static void subscribe(TestClient client, String channel) {
        client.send("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channel + "\",\"auth\":\""
                + TestApp.DEVELOPMENT.authorize(client.socketId(), channel) + "\"}}");
        RunningPlatform.heard(client, "pusher_internal:subscription_succeeded");
    }

    /** Checked against what was answered: all of that once, and at most what each writer was not answered besides. */
    private List<String> storedMessages(JdbcClient database) {
        record Row(String id, long seq, String clientId) {}
        List<Row> rows = database.sql("select id, seq, client_id from message where conversation_id = ? order by seq")
                .param(conversation)
                .query((row, line) -> new Row(row.getString("id"), row.getLong("seq"), row.getString("client_id")))
                .list();
        assertThat(rows)
                .extracting(Row::seq)
                .isEqualTo(LongStream.rangeClosed(1, rows.size()).boxed().toList());
        assertThat(rows).extracting(Row::clientId).doesNotHaveDuplicates().containsAll(sent);
        assertThat(rows.size()).isLessThanOrEqualTo(sent.size() + WRITERS.size());
        return rows.stream().map(Row::id).toList();
    }

    private void checkStoredBids(JdbcClient database) {
        List<String> stored = database.sql("select client_id from auction_bid where auction_id = ?")
                .param(auction)
                .query(String.class)
                .list();
        assertThat(stored).doesNotHaveDuplicates().containsAll(bid);
        assertThat(stored.size()).isLessThanOrEqualTo(bid.size() + BIDDERS.size());
    }

    /** The data of all events of a name, in order. */
    private static List<String> logged(RunningPlatform platform, String channel, String name)
            throws IOException, InterruptedException {
        List<String> data = new ArrayList<>();
        RunningPlatform.Caller bob = platform.as("bob");
        long after = 0;
        boolean complete = false;
        while (!complete) {
            JsonNode excerpt = bob.get("/api/realtime/events?channel=" + channel + "&after=" + after)
                    .json();
            for (JsonNode event : excerpt.path("events")) {
                after = event.path("seq").asLong();
                if (event.path("event").asString().equals(name)) {
                    data.add(
                            event.path("data").isString()
                                    ? event.path("data").asString()
                                    : event.path("data").toString());
                }
            }
            complete = excerpt.path("complete").asBoolean();
        }
        return data;
    }

    private static List<String> ids(List<String> data) {
        return field(data, "id");
    }

    private static List<String> prices(List<String> data) {
        return field(data, "pusherCurrentPriceMinor");
    }

    private static List<String> field(List<String> data, String name) {
        return data.stream()
                .map(one -> JsonMapper.shared().readTree(one).path(name).asString())
                .toList();
    }

    /** What a client was told. */
    private record Heard(List<String> messages, List<String> bids) {
        /** Everything that comes before the server answers a ping. */
        static Heard all(TestClient client) {
            Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
            client.send("{\"event\":\"pusher:ping\",\"data\":{}}");
            ReceivedFrame frame = client.await();
            while (!frame.event().equals("pusher:pong")) {
                heard.add(frame);
                frame = client.await();
            }
            return heard;
        }

        private void add(ReceivedFrame frame) {
            if (frame.event().equals("message:new")) {
                messages.add(frame.data());
            } else if (frame.event().equals("bid-placed")) {
                bids.add(frame.data());
            }
        }
    }
}
