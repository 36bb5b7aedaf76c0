package dev.fanfare.platform.notices;

import dev.fanfare.platform.conversations.Conversations;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.marketplace.OrderMoved;
import dev.fanfare.platform.marketplace.OrderPlaced;
import dev.fanfare.platform.marketplace.OrderStatus;
import dev.fanfare.platform.marketplace.SellersThreads;
import dev.fanfare.platform.notifications.Notice;
import dev.fanfare.platform.notifications.Notifications;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells buyers and sellers of their orders, and the market of what they write to each other. */
@Component
class OrderNotices implements SellersThreads {
    private static final String UPDATE = "Order Update";

    private final Notifications notifications;
    private final Conversations conversations;
    private final Accounts accounts;

    OrderNotices(Notifications notifications, Conversations conversations, Accounts accounts) {
        this.notifications = notifications;
        this.conversations = conversations;
        this.accounts = accounts;
    }

    private static Notice notice(String userId, String orderId, OrderStatus status, String title, String message) {
        return Notice.to(userId, NotificationType.ORDER, title, message)
                .with("orderId", orderId)
                .with("status", status.name())
                .linkingTo("/orders/" + orderId)
                .once("order:" + orderId + ":" + status.word());
    }

    @EventListener
    void tell(OrderPlaced order) {
        Person buyer = accounts.people(List.of(order.buyerId())).get(order.buyerId());
        String what = order.quantity() == 1 ? order.title() : order.quantity() + " × " + order.title();
        String message = (buyer == null ? "Somebody" : buyer.name()) + " has ordered " + what;
        notifications.notify(notice(order.sellerId(), order.orderId(), OrderStatus.PENDING, "New order", message));
    }

    /** Nobody is told of what they have done themselves. */
    @EventListener
    void tell(OrderMoved order) {
        String become = order.title() + " has been " + order.status().word();
        List<Notice> notices = List.of(
                notice(order.buyerId(), order.orderId(), order.status(), UPDATE, "Your order for " + become),
                notice(order.sellerId(), order.orderId(), order.status(), UPDATE, "The order for " + become));
        notifications.notifyAll(notices.stream()
                .filter(notice -> !notice.what().userId().equals(order.byId()))
                .toList());
    }

    @Override
    public Map<String, String> conversationsOf(String userId, About about, Map<String, String> partners) {
        return conversations.findAll(about.name().toLowerCase(Locale.ROOT), userId, partners);
    }
}
