package dev.fanfare.sdk.systems.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in one user's list.
 *
 * @param unreadCount how many messages this user has not read
 */
public record ConversationEntry(
        String conversationId, @Nullable LastMessage lastMessage, int unreadCount, List<Participant> participants) {}
