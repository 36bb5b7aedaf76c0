package dev.fanfare.platform.realtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanfare.platform.identity.SessionsEnded;
import dev.fanfare.platform.identity.SignedOutEverywhere;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.administration.Administration;
import dev.fanfare.sdk.authorization.AuthorizationObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows which connections act for whom, also those that never signed in, so that they can be ended with the rights they were given. A
 * server with Pusher's API alone ends only those that are signed in.
 */
@Component
class Connections implements AuthorizationObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Limit NEW = new Limit("new connections", 600, Duration.ofMinutes(1));
    private static final int MOST_KNOWN = 100_000;

    private final ConnectionTable table;
    private final RealtimeService realtime;
    private final RateLimits limits;
    private final Clock clock;
    private final @Nullable Administration administration;

    /** Those that are in the table for certain, so that it is asked once for each. */
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    Connections(ConnectionTable table, RealtimeService realtime, RateLimits limits, Clock clock) {
        this.table = table;
        this.realtime = realtime;
        this.limits = limits;
        this.clock = clock;
        administration = administration(realtime);
    }

    private static @Nullable Administration administration(RealtimeService realtime) {
        try {
            return realtime.unwrap(Administration.class);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Before the decision: whoever takes a right away while it is made knows of the connection. */
    @Override
    public void asked(String userId, String socketId) {
        String name = userId + " " + socketId;
        if (known.getIfPresent(name) == null) {
            limits.take(NEW, userId);
            table.add(userId, socketId, clock.instant());
            known.put(name, true);
        }
    }

    @EventListener
    void endAllOf(SignedOutEverywhere gone) {
        end(gone.accountId(), false);
    }

    @EventListener
    void beginAnew(SessionsEnded ended) {
        end(ended.accountId(), true);
    }

    /**
     * Ends all connections of somebody.
     *
     * @param mayReturn whether their clients come back at once, and are authorized anew
     */
    void end(String accountId, boolean mayReturn) {
        List<String> socketIds = table.of(accountId);
        if (administration == null) {
            logged(accountId, realtime.terminateConnections(accountId));
        } else if (!socketIds.isEmpty()) {
            logged(accountId, administration.closeConnections(socketIds, mayReturn));
            table.remove(accountId, socketIds);
            socketIds.forEach(socketId -> known.invalidate(accountId + " " + socketId));
        }
    }

    private static void logged(String accountId, CompletionStage<Void> done) {
        done.whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warn("The connections of {} could not be ended: {}", accountId, failure.getMessage());
            }
        });
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        table.removeOlderThan(clock.instant().minus(ConnectionTable.KEPT));
    }
}
