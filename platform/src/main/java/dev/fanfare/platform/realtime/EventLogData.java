package dev.fanfare.platform.realtime;

import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.time.Instant;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody was told on their own channel. Forgotten last, since what other modules forget is told there, too. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EventLogData implements PersonalData {
    private final EventLog log;

    EventLogData(EventLog log) {
        this.log = log;
    }

    private record Told(String event, Instant at) {}

    @Override
    public String section() {
        return "events";
    }

    /** Not what others wrote, which the events may carry. */
    @Override
    public Object export(String accountId) {
        List<LoggedEvent> events = log.after(UserChannels.PATTERN.replace("{userId}", accountId), 0)
                .events();
        return events.stream().map(event -> new Told(event.event(), event.at())).toList();
    }

    @Override
    public void erase(String accountId) {
        log.forgetUser(accountId);
    }
}
