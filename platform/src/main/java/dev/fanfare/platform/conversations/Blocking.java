package dev.fanfare.platform.conversations;

import dev.fanfare.platform.realtime.Revocations;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people keep others from them. */
@Service
class Blocking {
    private final BlockTable blocks;
    private final ConversationTable conversations;
    private final Access access;
    private final Revocations revocations;

    Blocking(BlockTable blocks, ConversationTable conversations, Access access, Revocations revocations) {
        this.blocks = blocks;
        this.conversations = conversations;
        this.access = access;
        this.revocations = revocations;
    }

    /**
     * Blocks the other of a conversation, in all that the two have. Who is blocked hears nothing more, also where they listen already.
     *
     * @throws dev.fanfare.platform.web.Problem 404 to strangers
     */
    @Transactional
    public void block(String userId, String conversationId) {
        String other = access.participant(conversationId, userId).other(userId);
        if (blocks.block(userId, other)) {
            List<String> channels = conversations.ofBoth(userId, other).stream()
                    .map(ConversationLog::channel)
                    .toList();
            revocations.revoke(other, channels);
        }
    }

    /** @throws dev.fanfare.platform.web.Problem 404 to strangers */
    @Transactional
    public void unblock(String userId, String conversationId) {
        blocks.unblock(userId, access.participant(conversationId, userId).other(userId));
    }
}
