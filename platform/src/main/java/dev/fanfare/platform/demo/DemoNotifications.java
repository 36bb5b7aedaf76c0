package dev.fanfare.platform.demo;

import static dev.fanfare.sdk.systems.user.NotificationType.MESSAGE;
import static dev.fanfare.sdk.systems.user.NotificationType.ORDER;
import static dev.fanfare.sdk.systems.user.NotificationType.PAYMENT;
import static dev.fanfare.sdk.systems.user.NotificationType.SYSTEM;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.notifications.Notice;
import dev.fanfare.platform.notifications.Notifications;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few notifications for demo accounts, told once however often the platform starts. */
@Component
@Order(3)
@ConditionalOnBooleanProperty("platform.demo")
class DemoNotifications implements ApplicationRunner {
    private final Accounts accounts;
    private final Notifications notifications;

    DemoNotifications(Accounts accounts, Notifications notifications) {
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        List<Notice> notices = List.of(
                Notice.to("ada", SYSTEM, "Welcome", "Here you see what happens to your auctions and orders.")
                        .once("demo:welcome"),
                Notice.to("ada", PAYMENT, "Payment received", "Bob Buyer has paid for Brass lamp.")
                        .with("orderId", "demo-1")
                        .once("demo:payment"),
                Notice.to("bob", SYSTEM, "Welcome", "Here you see what happens to your bids and orders.")
                        .once("demo:welcome"),
                Notice.to("bob", ORDER, "Order Update", "Your order for Brass lamp has been shipped")
                        .with("orderId", "demo-1")
                        .with("status", "SHIPPED")
                        .once("demo:shipped"),
                Notice.to("bob", MESSAGE, "New message", "Ada Seller: the lamp left today.")
                        .once("demo:message"));
        notifications.notifyAll(notices.stream()
                .filter(notice -> accounts.find(notice.what().userId()) != null)
                .toList());
    }
}
