package dev.fanfare.engine.app;

import java.time.Duration;

/**
 * What is switched on for an app.
 *
 * @param clientEvents clients may send events
 * @param userAuthentication connections may sign in
 * @param watchlists signed-in users may follow who is online
 * @param subscriptionCount subscribers are told how many they are
 * @param authorizationTimeout a connection that has neither signed in nor subscribed to a private or presence channel by
 *     then is closed; zero switches this off
 */
public record AppFeatures(
        boolean clientEvents,
        boolean userAuthentication,
        boolean watchlists,
        boolean subscriptionCount,
        Duration authorizationTimeout) {
    /** As a new app at hosted Pusher: everything off. */
    public static final AppFeatures NONE = new AppFeatures(false, false, false, false, Duration.ZERO);

    /** As the development app: everything on but the authorization timeout. */
    public static final AppFeatures DEVELOPMENT = new AppFeatures(true, true, true, true, Duration.ZERO);
}
