package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What everybody does in a session. */
@RestController
@RequestMapping("/api/poker/sessions/{id}")
class PlayController {
    private final Games games;
    private final Attendees attendees;
    private final PokerLimit limit;

    PlayController(Games games, Attendees attendees, PokerLimit limit) {
        this.games = games;
        this.attendees = attendees;
        this.limit = limit;
    }

    /** @param role voter or spectator; null for voter */
    record Joining(@Nullable String role) {}

    record CardPlayed(@NotNull String taskId, @NotNull StoryPoints storyPoints) {
        /** Without the card: Spring writes what it reads to its log when asked for details. */
        @Override
        public String toString() {
            return "CardPlayed[taskId=" + taskId + "]";
        }
    }

    @PostMapping("/join")
    PokerView join(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Joining joining,
            @AuthenticationPrincipal SignedIn user) {
        limit.take(user);
        Role role = joining == null || joining.role() == null ? null : Role.of(joining.role());
        PokerView view = games.change(
                id,
                user.id(),
                game -> new Company(game).join(user.id(), user.account().name(), role));
        attendees.look(id);
        return view;
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limit.take(user);
        games.change(id, user.id(), game -> new Company(game).leave(user.id()));
    }

    @PutMapping("/vote")
    PokerView vote(
            @PathVariable String id, @Valid @RequestBody CardPlayed played, @AuthenticationPrincipal SignedIn user) {
        limit.take(user);
        return games.change(
                id, user.id(), game -> new Voting(game).vote(user.id(), played.taskId(), played.storyPoints()));
    }

    @DeleteMapping("/vote")
    PokerView retract(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limit.take(user);
        return games.change(id, user.id(), game -> new Voting(game).retract(user.id()));
    }
}
