package dev.fanfare.platform;

import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.RealtimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the platform is, once it answers. */
@Component
class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Environment environment;
    private final RealtimeService realtime;

    Announcer(Environment environment, RealtimeService realtime) {
        this.environment = environment;
        this.realtime = realtime;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        ClientConfig clients = realtime.getClientConfig();
        LOG.info(
                "The platform is on http://{}:{}, its realtime server ({}) on {}",
                environment.getProperty("server.address"),
                environment.getProperty("local.server.port"),
                clients.provider(),
                clients.host() == null
                        ? "Pusher's cluster " + clients.cluster()
                        : clients.host() + ":" + clients.port());
    }
}
