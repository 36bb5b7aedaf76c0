package dev.fanfare.platform.notices;

import dev.fanfare.platform.auctions.AuctionCancelled;
import dev.fanfare.platform.auctions.AuctionEndingSoon;
import dev.fanfare.platform.auctions.AuctionInvitation;
import dev.fanfare.platform.auctions.AuctionLost;
import dev.fanfare.platform.auctions.AuctionSold;
import dev.fanfare.platform.auctions.AuctionUnsold;
import dev.fanfare.platform.auctions.AuctionWon;
import dev.fanfare.platform.auctions.Outbid;
import dev.fanfare.platform.conversations.Conversations;
import dev.fanfare.platform.conversations.Subject;
import dev.fanfare.platform.notifications.Notice;
import dev.fanfare.platform.notifications.Notifications;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells bidders and sellers of their auctions, and brings winners and sellers together; in the transaction in which it happens. */
@Component
class AuctionNotices {
    static final String SUBJECT = "auction";

    private final Notifications notifications;
    private final Conversations conversations;

    AuctionNotices(Notifications notifications, Conversations conversations) {
        this.notifications = notifications;
        this.conversations = conversations;
    }

    private static String page(String auctionId) {
        return "/auctions/" + auctionId;
    }

    private static Notice notice(String userId, String auctionId, String title, String message) {
        return Notice.to(userId, NotificationType.ORDER, title, message)
                .with("auctionId", auctionId)
                .linkingTo(page(auctionId));
    }

    private void tellAll(Collection<String> users, String auctionId, String title, String message, String key) {
        notifications.notifyAll(users.stream()
                .map(user -> notice(user, auctionId, title, message).once("auction:" + auctionId + ":" + key))
                .toList());
    }

    @EventListener
    void tell(AuctionInvitation invitation) {
        tellAll(
                invitation.userIds(),
                invitation.auctionId(),
                "You are invited",
                invitation.title() + " is for you and few others",
                "invitation");
    }

    @EventListener
    void tell(Outbid outbid) {
        String price = Money.text(outbid.priceMinor(), outbid.currency());
        notifications.notify(notice(
                        outbid.userId(),
                        outbid.auctionId(),
                        "You have been outbid",
                        outbid.title() + " is at " + price + " now")
                .urgent());
    }

    @EventListener
    void tell(AuctionEndingSoon ending) {
        tellAll(
                ending.userIds(),
                ending.auctionId(),
                "Ending soon",
                ending.title() + " ends in a few minutes",
                "ending");
    }

    @EventListener
    void tell(AuctionWon won) {
        String price = Money.text(won.priceMinor(), won.currency());
        String thread = conversations.begin(
                new Subject(SUBJECT, won.auctionId(), won.title()),
                won.sellerId(),
                won.winnerId(),
                "Sold for " + price + ". Here you can agree on payment and delivery.");
        notifications.notify(
                notice(won.winnerId(), won.auctionId(), "You have won", won.title() + " is yours for " + price)
                        .with("conversationId", thread)
                        .once("auction:" + won.auctionId() + ":ended"));
    }

    @EventListener
    void tell(AuctionSold sold) {
        String price = Money.text(sold.priceMinor(), sold.currency());
        notifications.notify(notice(sold.sellerId(), sold.auctionId(), "Sold", sold.title() + " went for " + price)
                .once("auction:" + sold.auctionId() + ":ended"));
    }

    @EventListener
    void tell(AuctionUnsold unsold) {
        String why = unsold.hadBids() ? " ended below its reserve" : " ended without a bid";
        notifications.notify(notice(unsold.sellerId(), unsold.auctionId(), "Not sold", unsold.title() + why)
                .once("auction:" + unsold.auctionId() + ":ended"));
    }

    @EventListener
    void tell(AuctionLost lost) {
        String price = Money.text(lost.priceMinor(), lost.currency());
        tellAll(lost.userIds(), lost.auctionId(), "Auction ended", lost.title() + " ended at " + price, "ended");
    }

    @EventListener
    void tell(AuctionCancelled cancelled) {
        tellAll(
                cancelled.userIds(),
                cancelled.auctionId(),
                "Auction cancelled",
                cancelled.title() + " is not for sale any more",
                "cancelled");
    }
}
