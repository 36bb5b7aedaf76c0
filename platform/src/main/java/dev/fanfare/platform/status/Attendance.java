package dev.fanfare.platform.status;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelOccupied;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelVacated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Learns from the server who is here: each device follows its user's channel. Who is gone for a moment, as while a page is loaded
 * again, has never been away. Webhooks may be lost or late: who is here is asked for at the start and again from time to time.
 */
@Component
class Attendance {
    private static final String PREFIX = "private-user-";
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final Statuses statuses;
    private final StandingTable table;
    private final Accounts accounts;
    private final RealtimeService realtime;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Duration grace;
    private final Map<String, ScheduledFuture<?>> leaving = new ConcurrentHashMap<>();

    Attendance(
            Statuses statuses,
            StandingTable table,
            Accounts accounts,
            RealtimeService realtime,
            TaskScheduler scheduler,
            Clock clock,
            @Value("${platform.status-grace}") Duration grace) {
        this.statuses = statuses;
        this.table = table;
        this.accounts = accounts;
        this.realtime = realtime;
        this.scheduler = scheduler;
        this.clock = clock;
        this.grace = grace;
    }

    @EventListener
    void occupied(ChannelOccupied event) {
        if (event.channel().startsWith(PREFIX)) {
            come(event.channel().substring(PREFIX.length()));
        }
    }

    @EventListener
    void vacated(ChannelVacated event) {
        if (event.channel().startsWith(PREFIX)) {
            leave(event.channel().substring(PREFIX.length()));
        }
    }

    private void come(String userId) {
        ScheduledFuture<?> departure = leaving.remove(userId);
        if (departure != null) {
            departure.cancel(false);
        }
        if (accounts.find(userId) != null) {
            statuses.come(userId);
        }
    }

    private void leave(String userId) {
        Instant now = clock.instant();
        leaving.computeIfAbsent(userId, id -> scheduler.schedule(() -> settle(id, now), now.plus(grace)));
    }

    /** The server has the last word, since what it has said before may have come in another order. */
    private void settle(String userId, Instant at) {
        leaving.remove(userId);
        try {
            Boolean isHere = realtime.channel(PREFIX + userId, Set.of())
                    .toCompletableFuture()
                    .join()
                    .occupied();
            if (!Boolean.TRUE.equals(isHere) && accounts.find(userId) != null) {
                statuses.gone(userId, at);
            }
        } catch (CompletionException | RealtimeException e) {
            LOG.warn("Whether {} is here cannot be found out now: {}", userId, e.getMessage());
        }
    }

    /** Makes good what webhooks have not told. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void lookAround() {
        Set<String> before = table.here();
        realtime.channels(PREFIX, Set.of()).whenComplete((channels, failure) -> {
            if (failure != null) {
                LOG.warn("Who is here cannot be found out now: {}", failure.getMessage());
                return;
            }
            scheduler.schedule(() -> compare(before, channels.keySet()), clock.instant());
        });
    }

    private void compare(Set<String> before, Set<String> channels) {
        Set<String> here = new HashSet<>();
        channels.forEach(channel -> here.add(channel.substring(PREFIX.length())));
        here.stream().filter(userId -> !before.contains(userId)).forEach(this::come);
        before.stream().filter(userId -> !here.contains(userId)).forEach(this::leave);
    }
}
