package dev.fanfare.engine.app;

import java.time.Duration;

/**
 * What is switched on for an app.
 *
 * @param clientEvents clients may send events
 * @param userAuthentication connections may sign in
 * @param watchlists signed-in users may follow who is online
 * @param subscriptionCount subscribers are told how many they are
 * @param tlsOnly connections and requests over plain text are refused
 * @param authorizationTimeout a connection that has neither signed in nor subscribed to a private or presence channel by
 *     then is closed; zero switches this off
 */
public record AppFeatures(
        boolean clientEvents,
        boolean userAuthentication,
        boolean watchlists,
        boolean subscriptionCount,
        boolean tlsOnly,
        Duration authorizationTimeout) {
    /** As a new app at hosted Pusher: everything off. */
    public static final AppFeatures NONE = new AppFeatures(false, false, false, false, false, Duration.ZERO);

    /** As the development app: everything on but what keeps a client out. */
    public static final AppFeatures DEVELOPMENT = new AppFeatures(true, true, true, true, false, Duration.ZERO);
}
