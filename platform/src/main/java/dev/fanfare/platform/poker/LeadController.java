package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What facilitators do in a session. */
@RestController
@RequestMapping("/api/poker/sessions/{id}")
class LeadController {
    private final Games games;
    private final PokerLimit limit;

    LeadController(Games games, PokerLimit limit) {
        this.games = games;
        this.limit = limit;
    }

    /** @param taskId of the task that is meant, so that two who do it at once do it to one; null for the current one */
    record OfTask(@Nullable String taskId) {
        static @Nullable String id(@Nullable OfTask wanted) {
            return wanted == null ? null : wanted.taskId();
        }
    }

    /** @param taskId as above */
    record Settling(
            @NotNull StoryPoints storyPoints, @Nullable String taskId) {}

    record Reopening(@NotNull String taskId) {}

    /** @param seconds null to stop it */
    record Timing(@Nullable Integer seconds) {}

    record Ending(@Nullable @Size(max = 200) String reason) {}

    record RoleWish(@NotBlank String role) {}

    @PostMapping("/reveal")
    PokerView reveal(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable OfTask task,
            @AuthenticationPrincipal SignedIn user) {
        return change(id, user, game -> new Voting(game).reveal(user.id(), OfTask.id(task)));
    }

    @PostMapping("/revote")
    PokerView revote(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable OfTask task,
            @AuthenticationPrincipal SignedIn user) {
        return change(id, user, game -> new Voting(game).revote(user.id(), OfTask.id(task)));
    }

    @PostMapping("/finalize")
    PokerView settle(
            @PathVariable String id, @Valid @RequestBody Settling settling, @AuthenticationPrincipal SignedIn user) {
        return change(
                id, user, game -> new Agenda(game).finalizeTask(user.id(), settling.taskId(), settling.storyPoints()));
    }

    @PostMapping("/skip")
    PokerView skip(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable OfTask task,
            @AuthenticationPrincipal SignedIn user) {
        return change(id, user, game -> new Agenda(game).skip(user.id(), OfTask.id(task)));
    }

    @PostMapping("/reopen")
    PokerView reopen(
            @PathVariable String id, @Valid @RequestBody Reopening reopening, @AuthenticationPrincipal SignedIn user) {
        return change(id, user, game -> new Agenda(game).reopen(user.id(), reopening.taskId()));
    }

    @PostMapping("/tasks")
    PokerView add(
            @PathVariable String id,
            @Valid @RequestBody NewSession.NewTask task,
            @AuthenticationPrincipal SignedIn user) {
        return change(
                id,
                user,
                game -> new Agenda(game).add(user.id(), task.title().strip(), Poker.stripped(task.description())));
    }

    @PostMapping("/timer")
    PokerView time(@PathVariable String id, @RequestBody Timing timing, @AuthenticationPrincipal SignedIn user) {
        return change(id, user, game -> new Agenda(game).timer(user.id(), timing.seconds()));
    }

    @PostMapping("/end")
    PokerView end(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Ending ending,
            @AuthenticationPrincipal SignedIn user) {
        String reason = ending == null ? null : Poker.stripped(ending.reason());
        return change(id, user, game -> new Agenda(game).end(user.id(), reason));
    }

    @PatchMapping("/members/{userId}")
    PokerView assign(
            @PathVariable String id,
            @PathVariable String userId,
            @Valid @RequestBody RoleWish wish,
            @AuthenticationPrincipal SignedIn user) {
        Role role = Role.of(wish.role());
        return change(id, user, game -> new Company(game).assign(user.id(), userId, role));
    }

    private PokerView change(String id, SignedIn user, Consumer<Game> change) {
        limit.take(user);
        return games.change(id, user.id(), change);
    }
}
