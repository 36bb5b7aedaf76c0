package dev.fanfare.platform.poker;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberAdded;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberRemoved;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Learns from the server who is in which session. Webhooks may be lost, late or in another order: each only makes the platform ask,
 * and from time to time it asks without one.
 */
@Component
class Attendees {
    private static final String PREFIX = PokerViews.channel("");
    private static final Logger LOG = LoggerFactory.getLogger(Attendees.class);

    private final Games games;
    private final PokerTable sessions;
    private final RealtimeService realtime;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    /** Held from asking until it is written down what was answered. */
    private final ReentrantLock asking = new ReentrantLock();

    Attendees(Games games, PokerTable sessions, RealtimeService realtime, TaskScheduler scheduler, Clock clock) {
        this.games = games;
        this.sessions = sessions;
        this.realtime = realtime;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void added(MemberAdded event) {
        lookAt(event.channel());
    }

    @EventListener
    void removed(MemberRemoved event) {
        lookAt(event.channel());
    }

    private void lookAt(String channel) {
        if (channel.startsWith(PREFIX)) {
            look(channel.substring(PREFIX.length()));
        }
    }

    /** Finds out soon who is in a session. Once for all who want it until then. */
    void look(String sessionId) {
        if (wanted.add(sessionId)) {
            scheduler.schedule(() -> ask(sessionId), clock.instant());
        }
    }

    private void ask(String sessionId) {
        asking.lock();
        try {
            wanted.remove(sessionId);
            Set<String> here = Set.copyOf(realtime.members(PokerViews.channel(sessionId))
                    .toCompletableFuture()
                    .join());
            games.change(sessionId, game -> new Company(game).attend(here));
        } catch (CompletionException | RealtimeException e) {
            LOG.warn("Who is in session {} cannot be found out now: {}", sessionId, e.getMessage());
        } finally {
            asking.unlock();
        }
    }

    /** Makes good what webhooks have not told. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void lookAround() {
        Set<String> all = new LinkedHashSet<>(sessions.attended());
        realtime.channels(PREFIX, Set.of()).whenComplete((channels, failure) -> {
            if (failure != null) {
                LOG.warn("Who is in which session cannot be found out now: {}", failure.getMessage());
                return;
            }
            channels.keySet().forEach(channel -> all.add(channel.substring(PREFIX.length())));
            all.forEach(this::look);
        });
    }
}
