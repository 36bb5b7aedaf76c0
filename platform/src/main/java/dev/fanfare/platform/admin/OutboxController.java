package dev.fanfare.platform.admin;

import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.sdk.outbox.OutboxStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform publishes, and the server would refuse again. */
@RestController
@RequestMapping("/api/admin/outbox")
class OutboxController extends DeadLetterController {
    private final Outbox outbox;
    private final Clock clock;

    OutboxController(Actions actions, Outbox outbox, Clock clock) {
        super(actions, "outbox");
        this.outbox = outbox;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The outbox cannot be asked", e);
        }
    }

    @Override
    Standing standing() {
        return asked(() -> {
            OutboxStatus status = outbox.status();
            return new Standing(
                    status.pending(),
                    status.pending() == 0 ? null : clock.instant().minus(status.lag()),
                    outbox.deadLetters(MOST).stream()
                            .map(letter -> new Letter(
                                    Long.toString(letter.number()),
                                    letter.channel(),
                                    letter.name(),
                                    letter.error(),
                                    null,
                                    letter.enqueued()))
                            .toList());
        });
    }

    @Override
    boolean replay(String id) {
        return asked(() -> outbox.replay(List.of(number(id)))) > 0;
    }

    @Override
    boolean discard(String id) {
        return asked(() -> outbox.discard(List.of(number(id)))) > 0;
    }
}
