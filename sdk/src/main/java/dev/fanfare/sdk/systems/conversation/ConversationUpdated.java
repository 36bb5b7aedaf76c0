package dev.fanfare.sdk.systems.conversation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation is new or has changed: {@code conversation:updated} on the channel of each participant, as a
 * {@link ConversationEntry}.
 *
 * @param lastMessage null if there is none yet
 * @param unreadCounts how many messages each participant has not read, by their ids; zero for who is not in it
 */
public record ConversationUpdated(
        String conversationId,
        @Nullable LastMessage lastMessage,
        List<Participant> participants,
        Map<String, Integer> unreadCounts) {
    List<String> participantIds() {
        return participants.stream().map(Participant::id).toList();
    }

    ConversationEntry seenBy(String userId) {
        return new ConversationEntry(conversationId, lastMessage, unreadCounts.getOrDefault(userId, 0), participants);
    }
}
