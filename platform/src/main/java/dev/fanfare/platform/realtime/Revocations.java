package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.RealtimeService;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes channels from those who may hear them no longer. Servers ask for a right once, when somebody subscribes: whoever loses it goes
 * on hearing until the connection ends. So their connections are ended; their clients come back at once, and are refused what they may
 * not have any more.
 */
@Component
public class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final RealtimeService realtime;
    private final Hearing hearing;
    private final Connections connections;
    private final TaskScheduler scheduler;
    private final ApplicationEventPublisher listeners;

    Revocations(
            RealtimeService realtime,
            Hearing hearing,
            Connections connections,
            TaskScheduler scheduler,
            ApplicationEventPublisher listeners) {
        this.realtime = realtime;
        this.hearing = hearing;
        this.connections = connections;
        this.scheduler = scheduler;
        this.listeners = listeners;
    }

    /** The rights on a channel may be fewer than before. */
    record RightsChanged(String channel) {}

    /** The rights of somebody may be fewer than before. */
    record RightsReduced(String userId) {}

    /**
     * Looks again at all who hear a presence channel, once the transaction that there is has been committed.
     *
     * @param presenceChannel whose members the server knows
     */
    public void recheck(String presenceChannel) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.publishEvent(new RightsChanged(presenceChannel));
                realtime.members(presenceChannel).whenComplete((userIds, failure) -> {
                    if (failure != null) {
                        LOG.warn("Who is in {} cannot be found out now: {}", presenceChannel, failure.getMessage());
                    } else {
                        // The thread is the server's, which is not to wait for a database.
                        scheduler.schedule(
                                () -> endThoseWhoMayNot(presenceChannel, userIds),
                                scheduler.getClock().instant());
                    }
                });
            }
        });
    }

    /**
     * The same for somebody of whom it is known that they may hear channels no longer, whatever kind these are.
     *
     * @param channels whose streams are looked at again; connections are ended with all they follow
     */
    public void revoke(String userId, Collection<String> channels) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                LOG.info("{} may hear {} no longer", userId, channels);
                channels.forEach(channel -> listeners.publishEvent(new RightsChanged(channel)));
                endSoon(userId);
            }
        });
    }

    /** The same for somebody who may hear less than before, on more channels than one would name. */
    public void reduce(String userId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                LOG.info("{} may hear less than before", userId);
                listeners.publishEvent(new RightsReduced(userId));
                endSoon(userId);
            }
        });
    }

    /** A transaction that has committed is still there until all have heard of it. */
    private void endSoon(String userId) {
        scheduler.schedule(
                () -> connections.end(userId, true), scheduler.getClock().instant());
    }

    private void endThoseWhoMayNot(String channel, List<String> userIds) {
        for (String userId : userIds) {
            if (!mayHear(channel, () -> userId)) {
                LOG.info("{} may hear {} no longer", userId, channel);
                connections.end(userId, true);
            }
        }
    }

    private boolean mayHear(String channel, Principal user) {
        try {
            hearing.check(channel, user);
            return true;
        } catch (Problem refusal) {
            return false;
        }
    }
}
