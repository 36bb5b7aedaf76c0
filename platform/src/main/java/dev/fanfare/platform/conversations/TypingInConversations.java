package dev.fanfare.platform.conversations;

import dev.fanfare.platform.realtime.TypingPlace;
import dev.fanfare.sdk.systems.conversation.Typing;
import org.springframework.stereotype.Component;

/** Participants see each other write, unless one has blocked the other. */
@Component
class TypingInConversations implements TypingPlace {
    private final Access access;

    TypingInConversations(Access access) {
        this.access = access;
    }

    @Override
    public Kind kind() {
        return Kind.CONVERSATION;
    }

    @Override
    public Object typed(String id, String userId, boolean isTyping) {
        Parties parties = access.participant(id, userId);
        access.requireUnblocked(parties);
        return new Typing(parties.conversationId(), userId, isTyping);
    }
}
