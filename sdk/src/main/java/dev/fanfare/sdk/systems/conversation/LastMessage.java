package dev.fanfare.sdk.systems.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message that a list of conversations shows.
 *
 * @param senderId null for one that the application itself has written
 */
public record LastMessage(
        String id, String text, Instant sentAt, @Nullable String senderId) {
    /** The last message, once it has been sent. */
    public static LastMessage of(MessageSent message) {
        return new LastMessage(message.id(), message.text(), message.sentAt(), message.senderId());
    }
}
