package dev.fanfare.sdk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an outbox keeps on every database. */
abstract class OutboxContract {
    /** So long that only a wake or a retry can explain what happens. */
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<Outbox> outboxes = new ArrayList<>();
    private StubApi api;
    private RealtimeService service;

    /** An empty database. */
    abstract DataSource database();

    @BeforeEach
    void start() throws IOException {
        api = new StubApi();
        service = api.service();
    }

    @AfterEach
    void stop() throws SQLException {
        outboxes.forEach(Outbox::close);
        service.close();
        api.close();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("", "_resting", "_dead", "_lane", "_sole")) {
                statement.execute("DROP TABLE IF EXISTS fanfare_outbox" + table);
            }
        }
    }

    private Outbox outbox(Duration poll) throws SQLException {
        return outbox(poll, "eventId");
    }

    private Outbox outbox(Duration poll, String idField) throws SQLException {
        OutboxSettings settings =
                new OutboxSettings(poll, Duration.ofMillis(20), Duration.ofMillis(100), 2, idField, 10_240, true);
        Outbox outbox = Outbox.start(database(), service, settings);
        outboxes.add(outbox);
        return outbox;
    }

    private void enqueue(Outbox outbox, OutboundEvent... events) throws SQLException {
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(true);
            outbox.enqueue(connection, List.of(events));
        }
        outbox.wake();
    }

    private static OutboundEvent event(String channel, String name) {
        return OutboundEvent.of(channel, name, Map.of("n", 1));
    }

    @Test
    void whatIsCommittedIsPublishedWithoutWaitingForTheNextLook() throws SQLException {
        Outbox outbox = outbox(NEVER);

        enqueue(outbox, event("a", "e"));

        await().untilAsserted(() -> assertThat(api.names("a")).containsExactly("e"));
        await().untilAsserted(() -> assertThat(outbox.status().pending()).isZero());
        assertThat(outbox.status().published()).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsNeverPublished() throws SQLException {
        Outbox outbox = outbox(NEVER);
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            outbox.enqueue(connection, List.of(event("a", "undone")));
            connection.rollback();
            outbox.enqueue(connection, List.of(event("a", "done")));
            connection.commit();
        }
        outbox.wake();

        await().untilAsserted(() -> assertThat(api.names("a")).containsExactly("done"));
    }

    @Test
    void nothingIsPublishedBeforeTheCommit() throws SQLException {
        Outbox outbox = outbox(Duration.ofMillis(5));
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            outbox.enqueue(connection, List.of(event("a", "later")));
            enqueue(outbox, event("b", "now"));
            await().untilAsserted(() -> assertThat(api.names("b")).containsExactly("now"));
            assertThat(api.names("a")).isEmpty();
            connection.commit();
        }

        await().untilAsserted(() -> assertThat(api.names("a")).containsExactly("later"));
    }

    @Test
    void aChannelKeepsItsOrderWithSeveralInstances() throws SQLException {
        List<Outbox> instances = List.of(outbox(Duration.ofMillis(5)), outbox(Duration.ofMillis(5)));
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "e" + i).toList();
        for (String name : names) {
            Outbox outbox = instances.get(names.indexOf(name) % 2);
            enqueue(outbox, event("a", name), event("b", name), event("c", name));
        }

        await().untilAsserted(() -> assertThat(api.taken()).hasSizeGreaterThanOrEqualTo(600));
        for (String channel : List.of("a", "b", "c")) {
            assertThat(api.names(channel)).isEqualTo(names);
        }
    }

    @Test
    void manyEventsLeaveInFewRequests() throws SQLException {
        Outbox outbox = outbox(NEVER);
        enqueue(
                outbox,
                IntStream.range(0, 100).mapToObj(i -> event("a", "e" + i)).toArray(OutboundEvent[]::new));

        await().untilAsserted(() -> assertThat(api.names("a")).hasSize(100));
        assertThat(api.requests()).isEqualTo(10);
    }

    @Test
    void aServerThatFailsHoldsOneChannelBackAndNoOther() throws SQLException {
        String same = IntStream.range(0, 1000)
                .mapToObj(i -> "other-" + i)
                .filter(name -> OutboxTables.lane(name) == OutboxTables.lane("down"))
                .findFirst()
                .orElseThrow();
        api.fail("down", 503);
        Outbox outbox = outbox(Duration.ofMillis(5));

        enqueue(outbox, event("down", "first"), event(same, "one"), event("down", "second"), event(same, "two"));

        await().untilAsserted(() -> assertThat(api.names(same)).containsExactly("one", "two"));
        await().untilAsserted(() -> assertThat(outbox.status().attempts()).isGreaterThan(2));
        OutboxStatus status = outbox.status();
        assertThat(status.pending()).isEqualTo(2);
        assertThat(status.resting()).isEqualTo(1);
        assertThat(status.lag()).isPositive();
        assertThat(status.deadLetters()).isZero();

        api.mend("down");
        await().untilAsserted(() -> assertThat(api.names("down")).containsExactly("first", "second"));
        await().untilAsserted(() -> assertThat(outbox.status().resting()).isZero());
    }

    @Test
    void aWrongSecretLosesNothing() throws SQLException {
        api.fail("a", 401);
        Outbox outbox = outbox(Duration.ofMillis(5));

        enqueue(outbox, event("a", "e"));
        await().untilAsserted(() -> assertThat(outbox.status().attempts()).isGreaterThan(1));
        api.mend("a");

        await().untilAsserted(() -> assertThat(api.names("a")).containsExactly("e"));
        assertThat(outbox.deadLetters(0)).isEmpty();
    }

    @Test
    void whatIsRefusedBecomesADeadLetterAndItsChannelGoesOn() throws SQLException {
        api.fail("bad", 400);
        Outbox outbox = outbox(NEVER);
        enqueue(outbox, event("bad", "refused"), event("a", "fine"));

        await().untilAsserted(() -> assertThat(outbox.deadLetters(0)).hasSize(1));
        await().untilAsserted(() -> assertThat(api.names("a")).containsExactly("fine"));
        api.mend("bad");
        enqueue(outbox, event("bad", "next"));
        await().untilAsserted(() -> assertThat(api.names("bad")).containsExactly("next"));

        DeadLetter letter = outbox.deadLetters(10).getFirst();
        assertThat(letter.channel()).isEqualTo("bad");
        assertThat(letter.name()).isEqualTo("refused");
        assertThat(letter.error()).contains("400");
        assertThat(outbox.status().deadLetters()).isEqualTo(1);
        assertThat(outbox.replay(List.of(letter.number(), -1L))).isEqualTo(1);
        await().untilAsserted(() -> assertThat(api.names("bad")).containsExactly("next", "refused"));
        assertThat(api.taken().getLast().data().path("eventId").asString()).isEqualTo(letter.eventId());
        assertThat(outbox.deadLetters(0)).isEmpty();
    }

    @Test
    void deadLettersCanBeForgotten() throws SQLException {
        api.fail("bad", 400);
        Outbox outbox = outbox(NEVER);
        enqueue(outbox, event("bad", "refused"));
        await().untilAsserted(() -> assertThat(outbox.deadLetters(0)).hasSize(1));

        assertThat(outbox.discard(List.of(outbox.deadLetters(1).getFirst().number())))
                .isEqualTo(1);

        assertThat(outbox.deadLetters(0)).isEmpty();
    }

    @Test
    void anEventCarriesAnIdUnlessItHasOneOrIsExact() throws SQLException {
        Outbox outbox = outbox(NEVER);
        enqueue(
                outbox,
                event("a", "stamped"),
                OutboundEvent.of("a", "own", Map.of("id", 7)),
                event("a", "exact").exactly(),
                OutboundEvent.of("a", "text", "{no JSON"),
                OutboundEvent.of("a", "list", List.of(1)));

        await().untilAsserted(() -> assertThat(api.taken()).hasSize(5));
        List<String> data =
                api.taken().stream().map(event -> event.data().toString()).toList();
        assertThat(data.getFirst()).matches("\\{\"n\":1,\"eventId\":\"[0-9a-f-]{36}\"}");
        assertThat(data.subList(1, 5)).containsExactly("{\"id\":7}", "{\"n\":1}", "\"{no JSON\"", "[1]");
    }

    @Test
    void whatIsWrongIsRefusedBeforeAnythingIsStored() throws SQLException {
        Outbox outbox = outbox(NEVER);
        try (Connection connection = database().getConnection()) {
            assertThatThrownBy(() -> outbox.enqueue(connection, List.of(event("a", "fine"), event("no channel", "e"))))
                    .isInstanceOf(RealtimeException.class);
            assertThatThrownBy(() -> outbox.enqueue(
                            connection, List.of(OutboundEvent.of("a", "e", Map.of("text", "x".repeat(10_220))))))
                    .hasMessageContaining("expected at most 10240");
        }

        assertThat(outbox.status().pending()).isZero();
    }

    @Test
    void whatAnInstanceLeftBehindTheNextOnePublishes() throws SQLException {
        api.fail("a", 503);
        Outbox first = outbox(Duration.ofMillis(5));
        enqueue(first, event("a", "e"));
        await().untilAsserted(() -> assertThat(first.status().failures()).isPositive());
        first.close();
        api.mend("a");

        outbox(Duration.ofMillis(5));

        await().untilAsserted(() -> assertThat(api.names("a")).containsExactly("e"));
    }

    @Test
    void idsAreDifferentAndToldToTheCaller() throws SQLException {
        Outbox outbox = outbox(NEVER);
        List<String> ids;
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(true);
            ids = outbox.enqueue(
                    connection, List.of(OutboundEvent.of(List.of("a", "b"), "e", Map.of()), event("c", "e")));
        }
        outbox.wake();

        assertThat(new HashSet<>(ids)).hasSize(3);
        await().untilAsserted(() -> assertThat(api.taken())
                .extracting(event -> event.data().path("eventId").asString())
                .containsExactlyInAnyOrderElementsOf(ids));
    }
}
