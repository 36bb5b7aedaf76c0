package dev.fanfare.platform.conversations;

import dev.fanfare.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who may do what. To strangers there is no conversation. */
@Component
class Access {
    private final ConversationTable conversations;
    private final BlockTable blocks;

    Access(ConversationTable conversations, BlockTable blocks) {
        this.conversations = conversations;
        this.blocks = blocks;
    }

    /** @throws Problem 404 unless the user takes part */
    Parties participant(String conversationId, String userId) {
        Parties parties = conversations.parties(conversationId);
        if (parties == null || !parties.both().contains(userId)) {
            throw Problem.notFound();
        }
        return parties;
    }

    /** @throws Problem 403 if either has blocked the other */
    void requireUnblocked(Parties parties) {
        if (blocks.areBlocked(parties.lowId(), parties.highId())) {
            throw blocked();
        }
    }

    static Problem blocked() {
        return Problem.forbidden("blocked", "One of the two has blocked the other");
    }
}
