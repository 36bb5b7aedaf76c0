package dev.fanfare.platform.notifications;

import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody was told, and what they want to be told. */
@Component
class NotificationData implements PersonalData {
    private static final String FROM_SOMEBODY = "…";

    private final NotificationTable table;
    private final PreferenceTable preferences;
    private final EventLog log;

    NotificationData(NotificationTable table, PreferenceTable preferences, EventLog log) {
        this.table = table;
        this.preferences = preferences;
        this.log = log;
    }

    private record Exported(List<Told> notifications, Preferences preferences) {}

    private record Told(String type, String title, String message, boolean read, Instant createdAt) {
        /** Without what another has written. */
        static Told of(StoredNotification notification) {
            boolean isQuoting = notification.type() == NotificationType.MESSAGE;
            return new Told(
                    notification.type().wireName(),
                    notification.title(),
                    isQuoting ? FROM_SOMEBODY : notification.message(),
                    notification.read(),
                    notification.createdAt());
        }
    }

    @Override
    public String section() {
        return "notifications";
    }

    @Override
    public Object export(String accountId) {
        return new Exported(table.all(accountId).stream().map(Told::of).toList(), preferences.of(accountId));
    }

    @Override
    public void erase(String accountId) {
        log.holdUser(accountId);
        table.deleteAll(accountId);
        preferences.delete(accountId);
    }
}
