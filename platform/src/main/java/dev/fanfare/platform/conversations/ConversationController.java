package dev.fanfare.platform.conversations;

import dev.fanfare.platform.conversations.Conversations.Begun;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The conversations of whoever asks. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {
    private static final Limit BEGINNING = new Limit("begin conversations", 20, Duration.ofMinutes(1));

    private final Conversations conversations;
    private final ConversationTable table;
    private final Blocking blocking;
    private final RateLimits limits;

    ConversationController(Conversations conversations, ConversationTable table, Blocking blocking, RateLimits limits) {
        this.conversations = conversations;
        this.table = table;
        this.blocking = blocking;
        this.limits = limits;
    }

    record NewSubject(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
            String type,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_.:-]{1,100}")
            String id,

            @NotBlank @Size(max = 200) String title) {
        Subject subject() {
            return new Subject(type, id, MessageText.title(title));
        }
    }

    record NewConversation(
            @NotBlank @Size(max = 40) String participantId,
            @Valid @Nullable NewSubject subject) {}

    record Page(
            List<ConversationView> conversations, @Nullable String next, int unreadCount) {}

    @PostMapping
    ResponseEntity<ConversationView> begin(
            @Valid @RequestBody NewConversation wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(BEGINNING, user.id());
        NewSubject subject = wanted.subject();
        Begun begun = conversations.open(user.id(), wanted.participantId(), subject == null ? null : subject.subject());
        return ResponseEntity.status(begun.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(get(begun.id(), user));
    }

    /** @param q part of a subject's title or of the other's name; empty for all */
    @GetMapping
    Page list(
            @RequestParam(defaultValue = "30") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedIn user) {
        List<ConversationView> found = table.views(user.id(), q, Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<ConversationView> slice = Slice.of(found, limit, last -> new Cursor(last.updatedAt(), last.id()));
        return new Page(slice.items(), slice.next(), table.unread(user.id()));
    }

    @GetMapping("/{id}")
    ConversationView get(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        ConversationView view = table.view(id, user.id());
        if (view == null) {
            throw Problem.notFound();
        }
        return view;
    }

    /** In all conversations with the other. Who is blocked may go on reading what there is, and hears of nothing new. */
    @PutMapping("/{id}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        blocking.block(user.id(), id);
    }

    @DeleteMapping("/{id}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        blocking.unblock(user.id(), id);
    }
}
