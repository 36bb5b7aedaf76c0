package dev.fanfare.platform.conversations;

import java.util.List;

/**
 * The two of a conversation.
 *
 * @param lowId of the one whose id comes first
 */
record Parties(String conversationId, String lowId, String highId) {
    List<String> both() {
        return List.of(lowId, highId);
    }

    String other(String userId) {
        return userId.equals(lowId) ? highId : lowId;
    }
}
