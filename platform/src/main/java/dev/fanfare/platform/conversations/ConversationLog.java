package dev.fanfare.platform.conversations;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.systems.conversation.ConversationChannels;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the log of events keeps of conversations: nothing of messages that are gone but that they were there. */
@Component
class ConversationLog {
    private static final ChannelPattern CONVERSATION = ChannelPattern.parse(ConversationChannels.PATTERN);
    private static final ChannelPattern USER = ChannelPattern.parse(UserChannels.PATTERN);
    private static final Set<String> MESSAGES = Set.of("message:new", "new-message", "message:updated");
    private static final Set<String> ENTRIES = Set.of("conversation:updated");

    private final EventLog log;

    ConversationLog(EventLog log) {
        this.log = log;
    }

    static String channel(String conversationId) {
        return CONVERSATION.channel(conversationId).value();
    }

    /** Whoever was away is told to ask for these messages, and finds them empty. Called by who holds the conversation. */
    void forget(Parties parties, Collection<String> messageIds) {
        String part = messageIds.size() == 1 ? messageIds.iterator().next() : "";
        log.rewrite(
                channel(parties.conversationId()),
                MESSAGES,
                part,
                event -> messageIds.contains(id(event)) ? told(event, parties.conversationId()) : event);
        for (String user : parties.both()) {
            log.rewrite(USER.channel(user).value(), ENTRIES, part, event -> {
                if (event.path("lastMessage") instanceof ObjectNode last && messageIds.contains(id(last))) {
                    last.put("text", "");
                }
                return event;
            });
        }
    }

    private static String id(ObjectNode event) {
        return event.path("id").asString("");
    }

    private static ObjectNode told(ObjectNode event, String conversationId) {
        return JsonMapper.shared().valueToTree(new LongMessage.Told(id(event), conversationId, true));
    }
}
