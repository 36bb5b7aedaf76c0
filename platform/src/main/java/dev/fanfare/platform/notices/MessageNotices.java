package dev.fanfare.platform.notices;

import dev.fanfare.platform.auctions.WinnersThreads;
import dev.fanfare.platform.conversations.ConversationSeen;
import dev.fanfare.platform.conversations.Conversations;
import dev.fanfare.platform.conversations.MessageReceived;
import dev.fanfare.platform.conversations.MessagesWithdrawn;
import dev.fanfare.platform.notifications.Notice;
import dev.fanfare.platform.notifications.Notifications;
import dev.fanfare.sdk.systems.user.NotificationType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells users of messages, and auctions of the conversations about them. */
@Component
class MessageNotices implements WinnersThreads {
    private static final String MESSAGE = "messageId";

    private final Notifications notifications;
    private final Conversations conversations;

    MessageNotices(Notifications notifications, Conversations conversations) {
        this.notifications = notifications;
        this.conversations = conversations;
    }

    @EventListener
    void tell(MessageReceived message) {
        notifications.notify(Notice.to(
                        message.recipientId(), NotificationType.MESSAGE, title(message.senderName()), message.excerpt())
                .with("conversationId", message.conversationId())
                .linkingTo(page(message.conversationId()))
                .with(MESSAGE, message.messageId())
                .grouped());
    }

    /** What was taken back is in no notification either. */
    @EventListener
    void withdraw(MessagesWithdrawn gone) {
        notifications.rewrite(
                gone.recipientId(),
                page(gone.conversationId()),
                MESSAGE,
                gone.messageIds(),
                gone.senderName() == null ? null : title(gone.senderName()),
                "The message was deleted");
    }

    private static String title(String senderName) {
        return "Message from " + senderName;
    }

    @EventListener
    void markAsRead(ConversationSeen seen) {
        notifications.readLeadingTo(seen.userId(), page(seen.conversationId()));
    }

    private static String page(String conversationId) {
        return "/messages/" + conversationId;
    }

    @Override
    public @Nullable String conversationOf(String auctionId, String sellerId, String winnerId) {
        return conversations.find(AuctionNotices.SUBJECT, auctionId, sellerId, winnerId);
    }
}
