package dev.fanfare.platform.conversations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.systems.conversation.LastMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of the two sees it.
 *
 * @param participants both, the one whose id comes first before the other
 * @param readSeq how far each has read, by their ids; without who has blocked the viewer
 * @param viewerId who sees it so
 */
record ConversationView(
        String id,
        @Nullable Subject subject,
        List<Person> participants,
        @Nullable LastMessage lastMessage,
        int unreadCount,
        boolean blockedByMe,
        boolean blockedByOther,
        Map<String, Long> readSeq,
        long lastSeq,
        Instant updatedAt,
        @JsonIgnore String viewerId) {}
