package dev.fanfare.sdk.administration;

import dev.fanfare.sdk.RealtimeException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What only a Fanfare server can do for its app. {@code service.unwrap(Administration.class)} finds it; another server with Pusher's
 * API does not know these routes, so that the stages end with a {@link RealtimeException} of kind {@code REFUSED}. Safe to use
 * from several threads.
 */
public interface Administration {
    /** How many dead letters one answer has at most. */
    int PAGE = 100;

    /** What the app may have, and what it uses now. */
    CompletionStage<AppStanding> standing();

    /**
     * Closes connections, whether they are signed in or not. Those that there are not are passed over.
     *
     * @param mayReturn whether their clients come back at once, to be authorized anew; else they stay away
     */
    CompletionStage<Void> closeConnections(Collection<String> socketIds, boolean mayReturn);

    /**
     * The events that the server's webhooks have given up, the oldest first.
     *
     * @param after the id before the first one; empty for the oldest
     * @return at most {@value #PAGE}; none if the server has no webhooks
     */
    CompletionStage<List<WebhookDeadLetter>> webhookDeadLetters(String after);

    /**
     * Has the server send dead letters again.
     *
     * @return how many there were
     */
    CompletionStage<Integer> replayWebhooks(Collection<String> ids);

    /**
     * Forgets dead letters.
     *
     * @return how many there were
     */
    CompletionStage<Integer> discardWebhooks(Collection<String> ids);
}
