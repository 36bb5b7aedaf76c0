package dev.fanfare.platform.conversations;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.fanfare.platform.conversations.Messages.Sent;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The messages that whoever asks may read, and what they write themselves. */
@RestController
class MessageController {
    private static final Limit WRITING = new Limit("write messages", 40, Duration.ofSeconds(20));
    private static final Limit SEARCHING = new Limit("search messages", 30, Duration.ofSeconds(30));

    private final Messages messages;
    private final MessageTable table;
    private final Access access;
    private final RateLimits limits;

    MessageController(Messages messages, MessageTable table, Access access, RateLimits limits) {
        this.messages = messages;
        this.table = table;
        this.access = access;
        this.limits = limits;
    }

    /** @param text also called content */
    record NewMessage(
            @JsonAlias("content") @NotBlank String text,

            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") @Nullable
            String clientId) {}

    /** @param content also called text */
    record NewMessageIn(
            @NotBlank String conversationId,

            @JsonAlias("text") @NotBlank String content,

            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") @Nullable
            String clientId) {}

    /** @param text also called content */
    record NewText(@JsonAlias("content") @NotBlank String text) {}

    record Page(List<Message> messages, boolean hasMore) {}

    record Found(List<Message> messages, @Nullable String next) {}

    /** Those next to a number, or the newest. */
    @GetMapping("/api/conversations/{id}/messages")
    Page list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal SignedIn user) {
        access.participant(id, user.id());
        if (before != null && after != null) {
            throw Problem.malformed("invalid", "before and after are both there, expected one");
        }
        int most = Limits.checked(limit);
        if (after != null) {
            List<Message> found = table.after(id, after, most + 1);
            return new Page(found.subList(0, Math.min(most, found.size())), found.size() > most);
        }
        List<Message> found = table.before(id, before == null ? Long.MAX_VALUE : before, most + 1);
        return new Page(found.subList(Math.max(0, found.size() - most), found.size()), found.size() > most);
    }

    /** 200 with the one there is if the sender had sent it before. */
    @PostMapping("/api/conversations/{id}/messages")
    ResponseEntity<Message> send(
            @PathVariable String id, @Valid @RequestBody NewMessage message, @AuthenticationPrincipal SignedIn user) {
        Sent sent = send(user, id, message.text(), message.clientId());
        return ResponseEntity.status(sent.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(sent.message());
    }

    /** The same for clients that say more about the sender and less about the address. */
    @PostMapping("/api/messages")
    ResponseEntity<SentMessage> sendIn(
            @Valid @RequestBody NewMessageIn message, @AuthenticationPrincipal SignedIn user) {
        Sent sent = send(user, message.conversationId(), message.content(), message.clientId());
        return ResponseEntity.status(sent.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(SentMessage.of(sent.message(), user.account()));
    }

    private Sent send(SignedIn user, String conversationId, String text, @Nullable String clientId) {
        limits.take(WRITING, user.id());
        return messages.send(user.account(), conversationId, text, clientId);
    }

    @PatchMapping("/api/messages/{id}")
    ResponseEntity<Message> edit(
            @PathVariable String id,
            @Valid @RequestBody NewText text,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        Message message = messages.edit(user.id(), id, text.text(), ifMatch);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + message.version() + "\"")
                .body(message);
    }

    @DeleteMapping("/api/messages/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        messages.delete(user.id(), id);
    }

    /** The newest first. */
    @GetMapping("/api/conversations/search")
    Found search(
            @RequestParam String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        limits.take(SEARCHING, user.id());
        if (q.isBlank()) {
            throw Problem.malformed("invalid", "q is empty");
        }
        List<Message> found = table.search(user.id(), q, Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<Message> slice = Slice.of(found, limit, last -> new Cursor(last.sentAt(), last.id()));
        return new Found(slice.items(), slice.next());
    }
}
