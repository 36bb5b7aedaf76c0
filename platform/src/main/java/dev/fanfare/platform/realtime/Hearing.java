package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may hear a channel, whatever carries it to them: the same policies as for subscriptions. */
@Component
class Hearing {
    private final Registry<Principal> registry;

    Hearing(Registry<Principal> registry) {
        this.registry = registry;
    }

    /**
     * @param user null if nobody is signed in
     * @throws Problem 400 for what is no channel, 401 and 403 for those who may not
     */
    void check(String channel, @Nullable Principal user) {
        Registry.Match<Principal> match = registry.find(parsed(channel));
        if (match == null) {
            throw Problem.forbidden("Unauthorized channel");
        }
        Policy<Principal> policy = match.channel().policy();
        if (policy == null) {
            return;
        }
        if (user == null) {
            throw Problem.unauthenticated();
        }
        if (!policy.decide(user, match.id()).allowed()) {
            throw Problem.forbidden("Access denied");
        }
    }

    private static ChannelName parsed(String channel) {
        try {
            return Checked.channel(channel);
        } catch (RealtimeException e) {
            throw Problem.malformed("invalid_channel", String.valueOf(e.getMessage()));
        }
    }
}
