package dev.fanfare.platform.conversations;

import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Who may follow a conversation: its participants. Who was blocked may not; who has blocked the other goes on reading. */
@Component
class ConversationPolicy implements Policy<Principal> {
    private final ConversationTable conversations;
    private final BlockTable blocks;

    ConversationPolicy(ConversationTable conversations, BlockTable blocks) {
        this.conversations = conversations;
        this.blocks = blocks;
    }

    @Override
    public Decision decide(Principal user, String id) {
        Parties parties = conversations.parties(id);
        if (parties == null || !parties.both().contains(user.getName())) {
            return Decision.deny("no participant");
        }
        return blocks.hasBlocked(parties.other(user.getName()), user.getName())
                ? Decision.deny("blocked by the other")
                : Decision.allow("participant");
    }
}
