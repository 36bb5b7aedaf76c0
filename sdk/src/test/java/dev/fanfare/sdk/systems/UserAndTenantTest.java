package dev.fanfare.sdk.systems;

import static dev.fanfare.sdk.systems.AllSystems.NOON;
import static dev.fanfare.sdk.systems.AllSystems.NOON_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.systems.announcement.Announcement;
import dev.fanfare.sdk.systems.announcement.Maintenance;
import dev.fanfare.sdk.systems.announcement.Reload;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import dev.fanfare.sdk.systems.tenant.CursorMoved;
import dev.fanfare.sdk.systems.tenant.MaintenancePlanned;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import dev.fanfare.sdk.systems.tenant.OrderStatusChanged;
import dev.fanfare.sdk.systems.tenant.RecordChanged;
import dev.fanfare.sdk.systems.tenant.ReloadRequested;
import dev.fanfare.sdk.systems.tenant.RoomTyping;
import dev.fanfare.sdk.systems.tenant.TenantNotice;
import dev.fanfare.sdk.systems.tenant.TenantNotified;
import dev.fanfare.sdk.systems.tenant.TenantRecord;
import dev.fanfare.sdk.systems.user.Alert;
import dev.fanfare.sdk.systems.user.AlertRaised;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationCreated;
import dev.fanfare.sdk.systems.user.NotificationType;
import dev.fanfare.sdk.systems.user.UserStatus;
import dev.fanfare.sdk.systems.user.UserStatusChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserAndTenantTest {
    private static final String NOTIFICATION = "{\"id\":\"n1\",\"userId\":\"ann\",\"title\":\"Order Update\","
            + "\"message\":\"Shipped\",\"type\":\"order\",\"metadata\":{\"orderId\":\"o1\"},\"read\":false,\"createdAt\":"
            + NOON_TEXT + "}";

    private final AllSystems systems = new AllSystems();

    private static Notification notification() {
        return new Notification(
                "n1", "ann", "Order Update", "Shipped", NotificationType.ORDER, Map.of("orderId", "o1"), false, NOON);
    }

    @Test
    void aNotificationIsToldInBothDialects() {
        systems.publish(new NotificationCreated(notification(), false));

        assertThat(systems.on("private-user-ann"))
                .containsExactly("notification " + NOTIFICATION, "new-notification " + NOTIFICATION);
    }

    @Test
    void anUrgentOneIsToldAsSuchToo() {
        systems.publish(new NotificationCreated(notification(), true));

        assertThat(systems.on("private-user-ann")).contains("notification:urgent " + NOTIFICATION);
    }

    @Test
    void aNotificationWithoutMetadataHasNoSuchField() {
        systems.publish(new NotificationCreated(
                new Notification("n1", "ann", "t", "m", NotificationType.SYSTEM, null, true, NOON), false));

        assertThat(systems.on("private-user-ann")).allMatch(event -> !event.contains("metadata"));
    }

    @Test
    void typesOfNotificationsAreReadInEitherCaseAndNoOthersAre() {
        assertThat(NotificationType.of("PAYMENT")).isEqualTo(NotificationType.PAYMENT);
        assertThatThrownBy(() -> NotificationType.of("spam"))
                .hasMessage("Notification of type `spam`, expected one of order, message, payment, system");
    }

    @Test
    void anAlertReachesEachUserOnce() {
        systems.publish(new AlertRaised(List.of("ann", "bob", "ann"), new Alert("Fire", null)));

        assertThat(systems.on("private-user-ann")).containsExactly("alert {\"message\":\"Fire\"}");
        assertThat(systems.on("private-user-bob")).containsExactly("alert {\"message\":\"Fire\"}");
    }

    @Test
    void whoWatchesAUserIsToldHowTheyAre() {
        systems.publish(new UserStatusChanged(new UserStatus("ann", UserStatus.State.AWAY, null), Set.of("bob")));
        systems.publish(new UserStatusChanged(new UserStatus("ann", UserStatus.State.OFFLINE, NOON), Set.of("bob")));

        assertThat(systems.on("private-user-bob"))
                .containsExactly(
                        "presence:status {\"userId\":\"ann\",\"status\":\"away\"}",
                        "presence:status {\"userId\":\"ann\",\"status\":\"offline\",\"lastSeen\":" + NOON_TEXT + "}");
    }

    @Test
    void aTenantHearsOfItsOrdersAndRecords() {
        systems.publish(new OrderCreated("org_123", "o1", 9900));
        TenantRecord document = new TenantRecord("document", "d1", 2, Map.of("title", "Plan"));
        for (RecordChanged.Change change : RecordChanged.Change.values()) {
            systems.publish(new RecordChanged("org_123", change, document));
        }
        systems.publish(new TenantNotified("org_123", new TenantNotice("Hi", Map.of("orderId", "o1"))));

        String changed = "{\"type\":\"document\",\"id\":\"d1\",\"version\":2,\"title\":\"Plan\"}";
        assertThat(systems.on("private-tenant-org_123"))
                .containsExactly(
                        "order:created {\"orderId\":\"o1\",\"total\":9900}",
                        "record:created " + changed,
                        "record:updated " + changed,
                        "record:deleted " + changed,
                        "notification {\"message\":\"Hi\",\"orderId\":\"o1\"}");
    }

    @Test
    void anOrderTellsItsStatus() {
        systems.publish(new OrderStatusChanged("o1", "SHIPPED", NOON));

        assertThat(systems.on("private-order-o1"))
                .containsExactly(
                        "order:status {\"orderId\":\"o1\",\"status\":\"SHIPPED\",\"changedAt\":" + NOON_TEXT + "}");
    }

    @Test
    void aRoomSeesCursorsAndWhoIsTyping() {
        systems.publish(new CursorMoved("doc_789", "ann", 1.5, 2));
        systems.publish(new RoomTyping("doc_789", "ann", true));
        systems.publish(new RoomTyping("doc_789", "ann", false));

        String typing = "{\"roomId\":\"doc_789\",\"userId\":\"ann\",\"isTyping\":true}";
        assertThat(systems.on("presence-room-doc_789"))
                .containsExactly(
                        "cursor:move {\"roomId\":\"doc_789\",\"userId\":\"ann\",\"x\":1.5,\"y\":2.0}",
                        "typing:start " + typing,
                        "typing:stop " + typing.replace("true", "false"));
    }

    @Test
    void whatEverybodyHearsIsOnBothChannels() {
        systems.publish(new Announcement("1", "New", "Look", NOON));
        systems.publish(new Maintenance("Soon", NOON, NOON));
        systems.publish(new Reload("r1", "New version", 30));
        systems.publish(new ServiceStatus(ServiceStatus.Level.DEGRADED, "Slow", NOON));

        String announcement = "{\"id\":\"1\",\"title\":\"New\",\"message\":\"Look\",\"createdAt\":" + NOON_TEXT + "}";
        String maintenance =
                "system:maintenance {\"message\":\"Soon\",\"startsAt\":" + NOON_TEXT + ",\"endsAt\":" + NOON_TEXT + "}";
        String reload = "system:reload {\"id\":\"r1\",\"reason\":\"New version\",\"withinSeconds\":30}";
        assertThat(systems.on("global-announcements"))
                .containsExactly("announcement " + announcement, maintenance, reload);
        assertThat(systems.on("public-announcements"))
                .containsExactly("announcement " + announcement, "notification " + announcement, maintenance, reload);
        assertThat(systems.on("status-updates"))
                .containsExactly(
                        "status {\"status\":\"degraded\",\"message\":\"Slow\",\"updatedAt\":" + NOON_TEXT + "}");
    }

    @Test
    void oneTenantIsToldOfItsOwnMaintenanceAndReload() {
        systems.publish(new MaintenancePlanned("org_123", new Maintenance("Soon", NOON, NOON)));
        systems.publish(new ReloadRequested("org_123", new Reload("r1", "x", 5)));

        assertThat(systems.on("private-tenant-org_123"))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly("system:maintenance", "system:reload");
        assertThat(systems.on("public-announcements")).isEmpty();
    }
}
