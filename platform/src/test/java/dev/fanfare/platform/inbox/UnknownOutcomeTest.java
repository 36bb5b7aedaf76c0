package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.carrier.Exchange;
import dev.fanfare.platform.carrier.Exchange.Line;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Messages of which nobody knows whether they were sent: none is sent twice by itself. */
class UnknownOutcomeTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(100);

    private interface Story {
        void tell(Exchange exchange, Office office, String contact) throws IOException, InterruptedException;
    }

    private static void on(Database database, Duration delay, Story story) throws IOException, InterruptedException {
        try (Exchange exchange = new Exchange(delay);
                RunningPlatform platform = exchange.start(database)) {
            Office office = new Office(platform);
            story.tell(exchange, office, office.added(Office.number()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextWhoseAnswerIsLostIsFoundAtTheCarrier(Database database) throws IOException, InterruptedException {
        on(database, NEVER, (exchange, office, contact) -> {
            exchange.line(Line.LOSES_ANSWERS);

            String message = office.send(contact, "Only once");

            office.awaitStatus(contact, message, "queued");
            assertThat(exchange.carrier().taken()).containsExactly("Only once");
            assertThat(office.database()
                            .sql("select external_id from contact_message where id = ?")
                            .param(message)
                            .query(String.class)
                            .single())
                    .startsWith("SM");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTextWhoseAnswerIsLostReportsItself(Database database) throws IOException, InterruptedException {
        on(database, SOON, (exchange, office, contact) -> {
            exchange.line(Line.LOSES_ANSWERS);

            String message = office.send(contact, "Only once");

            office.awaitStatus(contact, message, "delivered");
            assertThat(exchange.carrier().taken()).containsExactly("Only once");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatTheCarrierDoesNotKnowIsLeftToAPerson(Database database) throws IOException, InterruptedException {
        on(database, SOON, (exchange, office, contact) -> {
            exchange.line(Line.LOSES_TEXTS);

            String message = office.send(contact, "Lost");

            office.awaitStatus(contact, message, "failed");
            JsonNode failed = office.message(contact, message);
            assertThat(failed.path("errorCode").asString()).isEqualTo("outcome_unknown");
            exchange.line(Line.WELL);
            assertThat(exchange.carrier().taken()).isEmpty();
            office.as("dan").post("/api/messages/" + message + "/retry", "");
            office.awaitStatus(contact, message, "delivered");
            assertThat(exchange.carrier().taken()).containsExactly("Lost");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCarrierThatIsBusyIsAskedAgainUntilItTakesTheText(Database database) throws IOException, InterruptedException {
        on(database, SOON, (exchange, office, contact) -> {
            exchange.line(Line.BUSY);
            String first = office.send(contact, "First");
            String second = office.send(contact, "Second");
            await().untilAsserted(() -> assertThat(office.bean(ContactMessageTable.class)
                            .find(first)
                            .sending()
                            .tries())
                    .isGreaterThan(1));
            assertThat(office.status(contact, first)).isEqualTo("pending");

            exchange.line(Line.WELL);

            office.awaitStatus(contact, first, "delivered");
            office.awaitStatus(contact, second, "delivered");
            assertThat(exchange.carrier().taken()).containsExactly("First", "Second");
        });
    }

    /** As if the process had ended between saying that it sends a text and knowing what became of it. */
    @ParameterizedTest
    @EnumSource
    void aTextThatWasBeingSentWhenThePlatformEndedIsAskedFor(Database database)
            throws IOException, InterruptedException {
        on(database, NEVER, (exchange, office, contact) -> {
            String message = office.send(contact, "Only once");
            office.awaitStatus(contact, message, "queued");
            office.database()
                    .sql("update contact_message set status = 'PENDING', external_id = null, phase = 'SENDING',"
                            + " due_at = ? where id = ?")
                    .params(Columns.at(Instant.now()), message)
                    .update();

            office.awaitStatus(contact, message, "queued");

            assertThat(exchange.carrier().taken()).containsExactly("Only once");
        });
    }
}
