package dev.fanfare.platform.admin;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Events that were given up: which they are, trying again, and forgetting them. One for each way that events take. */
abstract class DeadLetterController {
    static final int MOST = 100;

    private final Actions actions;
    private final String name;

    /** @param name what actions on it are called by */
    DeadLetterController(Actions actions, String name) {
        this.actions = actions;
        this.name = name;
    }

    /**
     * How it stands.
     *
     * @param pending events that wait; null where nobody says
     * @param oldestPendingAt null where none waits, or nobody says
     * @param deadLetters the oldest hundred
     */
    record Standing(@Nullable Long pending, @Nullable Instant oldestPendingAt, List<Letter> deadLetters) {}

    /**
     * An event that was given up.
     *
     * @param channel null if it was for none
     * @param attempts null where nobody counts them
     */
    record Letter(
            String id,
            @Nullable String channel,
            String event,
            String error,
            @Nullable Integer attempts,
            Instant at) {}

    abstract Standing standing();

    /** @return false if there is none such */
    abstract boolean replay(String id);

    /** @return false if there is none such */
    abstract boolean discard(String id);

    @GetMapping
    Standing list() {
        return standing();
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replayOne(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        if (!replay(id)) {
            throw Problem.notFound();
        }
        actions.add(user, name + ".replay", id, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discardOne(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        if (!discard(id)) {
            throw Problem.notFound();
        }
        actions.add(user, name + ".discard", id, null);
    }

    /** @throws Problem 404 for what is no number, and so no letter's */
    static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Problem.notFound();
        }
        return Long.parseLong(id);
    }
}
