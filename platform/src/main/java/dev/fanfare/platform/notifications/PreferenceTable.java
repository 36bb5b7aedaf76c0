package dev.fanfare.platform.notifications;

import dev.fanfare.platform.notifications.Preferences.Choice;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What users have chosen. */
@Repository
class PreferenceTable {
    private final JdbcClient database;

    PreferenceTable(JdbcClient database) {
        this.database = database;
    }

    Preferences of(String userId) {
        Map<NotificationType, Choice> chosen = new EnumMap<>(NotificationType.class);
        database.sql("select type, in_app, email from notification_preference where user_id = ?")
                .param(userId)
                .query(row -> {
                    chosen.put(
                            NotificationType.of(row.getString("type")),
                            new Choice(row.getBoolean("in_app"), row.getBoolean("email")));
                });
        return Preferences.of(chosen);
    }

    void delete(String userId) {
        database.sql("delete from notification_preference where user_id = ?")
                .param(userId)
                .update();
    }

    @Transactional
    void put(String userId, Preferences preferences) {
        for (NotificationType type : NotificationType.values()) {
            Choice choice = preferences.choice(type);
            database.sql("insert into notification_preference (user_id, type, in_app, email)"
                            + " values (?, ?, true, false) on conflict do nothing")
                    .params(userId, type.wireName())
                    .update();
            database.sql("update notification_preference set in_app = ?, email = ? where user_id = ? and type = ?")
                    .params(choice.inApp(), choice.email(), userId, type.wireName())
                    .update();
        }
    }
}
