package dev.fanfare.platform.conversations;

import dev.fanfare.platform.conversations.ReadPositions.Left;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What whoever asks has read, and what they have not. */
@RestController
class ReadController {
    private final ReadPositions positions;
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final ObjectProvider<OtherMessages> others;

    ReadController(
            ReadPositions positions,
            ConversationTable conversations,
            MessageTable messages,
            ObjectProvider<OtherMessages> others) {
        this.others = others;
        this.positions = positions;
        this.conversations = conversations;
        this.messages = messages;
    }

    /** @param seq of the last message that was read; null for all */
    record Position(@PositiveOrZero @Nullable Long seq) {}

    record Unread(int unreadCount) {}

    /** What is left to read. */
    record MarkedAsRead(boolean success, int unreadCount, int total) {}

    @PostMapping("/api/conversations/{id}/read")
    Left read(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Position position,
            @AuthenticationPrincipal SignedIn user) {
        Long seq = position == null ? null : position.seq();
        return positions.read(user.id(), id, seq == null ? Long.MAX_VALUE : seq);
    }

    /** Up to this message, whichever module keeps it. */
    @PostMapping("/api/messages/{id}/read")
    MarkedAsRead readMessage(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        Message message = messages.find(id);
        if (message != null) {
            Left left = positions.read(user.id(), message.conversationId(), message.seq());
            return new MarkedAsRead(true, left.unreadCount(), left.total());
        }
        return others.stream()
                .map(other -> other.read(user.id(), id))
                .filter(Objects::nonNull)
                .findFirst()
                .map(left -> new MarkedAsRead(true, left.unreadCount(), left.total()))
                .orElseThrow(Problem::notFound);
    }

    @GetMapping("/api/messages/unread-count")
    Unread unread(@AuthenticationPrincipal SignedIn user) {
        return new Unread(conversations.unread(user.id()));
    }
}
