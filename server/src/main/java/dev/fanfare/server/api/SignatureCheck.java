package dev.fanfare.server.api;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.RequestVerifier;
import dev.fanfare.protocol.RequestVerifier.Verdict;
import dev.fanfare.protocol.SignedRequest;
import java.time.InstantSource;

/**
 * Lets only those pass who have signed with a secret of the app. Remembers no request: two equal ones in a second are legal.
 * Belongs to one loop.
 */
final class SignatureCheck {
    private static final long MILLIS = 1_000;

    private final RequestVerifier verifier;
    private final InstantSource clock;

    SignatureCheck(String pathPrefix, InstantSource clock) {
        this.verifier = new RequestVerifier(pathPrefix);
        this.clock = clock;
    }

    /** @throws Problem with 401 if the request was not signed for the app, or too long ago */
    void check(App app, SignedRequest request) throws Problem {
        long now = Math.floorDiv(clock.millis(), MILLIS);
        switch (verifier.verify(request, app.key(), app.secrets(), now)) {
            case Verdict.Valid _ -> {}
            case Verdict.Refused refused -> throw new Problem(refused.status(), refused.message());
        }
    }
}
