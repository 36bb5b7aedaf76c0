package dev.fanfare.sdk.pusher;

import dev.fanfare.sdk.administration.AppStanding;
import dev.fanfare.sdk.administration.WebhookDeadLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a Fanfare server answers beside Pusher's API. */
final class AdministrationAnswers {
    private AdministrationAnswers() {}

    static AppStanding standing(JsonNode answer) {
        JsonNode limits = answer.path("limits");
        JsonNode usage = answer.path("usage");
        return new AppStanding(
                answer.path("id").asString(""),
                answer.path("plan").asString("custom"),
                new AppStanding.Limits(
                        limit(limits.path("messages_per_day")),
                        limit(limits.path("connections")),
                        limit(limits.path("channels"))),
                new AppStanding.Usage(
                        usage.path("messages_today").asLong(0),
                        usage.path("connections").asInt(0),
                        usage.path("peak_connections").asInt(0),
                        usage.path("channels").asInt(0)));
    }

    private static @Nullable Integer limit(JsonNode limit) {
        return limit.isNumber() ? limit.asInt() : null;
    }

    static List<WebhookDeadLetter> deadLetters(JsonNode answer) {
        return answer.path("dead_letters")
                .valueStream()
                .map(letter -> new WebhookDeadLetter(
                        letter.path("id").asString(""),
                        letter.path("url").asString(""),
                        letter.path("event").toString(),
                        letter.path("reason").asString(""),
                        Instant.ofEpochMilli(letter.path("time_ms").asLong(0))))
                .toList();
    }
}
