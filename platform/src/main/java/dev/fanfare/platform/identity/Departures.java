package dev.fanfare.platform.identity;

import dev.fanfare.sdk.RealtimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends what goes on for people. */
@Component
public class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Sessions sessions;
    private final RealtimeService realtime;
    private final ApplicationEventPublisher listeners;

    Departures(Sessions sessions, RealtimeService realtime, ApplicationEventPublisher listeners) {
        this.sessions = sessions;
        this.realtime = realtime;
        this.listeners = listeners;
    }

    /** Ends somebody's sessions on every device, and their live connections and streams with them. */
    public void everywhere(String accountId) {
        sessions.endAll(accountId);
        realtime.terminateConnections(accountId).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("The connections of {} could not be ended", accountId, failure);
            }
        });
        listeners.publishEvent(new SignedOutEverywhere(accountId));
        LOG.info("{} signs out everywhere", accountId);
    }

    /** Ends their live connections and streams, which those whose sessions go on begin anew. */
    void reconnect(String accountId) {
        listeners.publishEvent(new SessionsEnded(accountId));
    }
}
