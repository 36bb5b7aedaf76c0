package dev.fanfare.platform.notifications;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationStore;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What tests of notifications do all the time. */
record Telling(RunningPlatform platform) {
    static final String INBOX = "/api/notifications";

    Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /** Nobody has been told anything, and nobody has chosen anything. */
    void begin() {
        JdbcClient database = platform.bean(JdbcClient.class);
        database.sql("delete from notification").update();
        database.sql("delete from notification_preference").update();
    }

    Notifications notifications() {
        return platform.bean(Notifications.class);
    }

    /** @return the id */
    String tell(String user, NotificationType type, String title) {
        return Objects.requireNonNull(notifications().notify(Notice.to(user, type, title, title + " it is")))
                .id();
    }

    /** Keeps one that was told at that time, with its id for a title. */
    void save(String user, String id, Instant at) {
        platform.bean(NotificationStore.class)
                .save(new Notification(id, user, id, "text", NotificationType.SYSTEM, null, false, at));
    }

    static List<String> titles(Answer answer) {
        return answer.json()
                .path("data")
                .valueStream()
                .map(each -> each.path("title").asString())
                .toList();
    }

    static JsonNode meta(Answer answer) {
        return answer.json().path("meta");
    }
}
