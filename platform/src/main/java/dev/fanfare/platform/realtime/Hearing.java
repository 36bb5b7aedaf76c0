package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may hear a channel, whatever carries it to them: the same policies as for subscriptions. */
@Component
public class Hearing {
    private final Registry<Principal> registry;

    Hearing(Registry<Principal> registry) {
        this.registry = registry;
    }

    /**
     * Whether somebody may hear a channel, and why.
     *
     * @param rule the pattern that decides; null if there is no such channel
     * @param reason not for who asks to hear it, whom it could tell what exists
     */
    public record Ruling(boolean allowed, @Nullable String rule, String reason) {}

    /**
     * What would be decided about a channel now.
     *
     * @param user null if nobody is signed in
     * @throws Problem 400 for what is no channel
     */
    public Ruling explain(String channel, @Nullable Principal user) {
        Registry.Match<Principal> match = registry.find(parsed(channel));
        if (match == null) {
            return new Ruling(false, null, "no such channel is declared");
        }
        String rule = match.channel().pattern().toString();
        Policy<Principal> policy = match.channel().policy();
        if (policy == null) {
            return new Ruling(true, rule, "public channel");
        }
        if (user == null) {
            return new Ruling(false, rule, "nobody is signed in");
        }
        Decision decision = policy.decide(user, match.id());
        return new Ruling(decision.allowed(), rule, decision.reason());
    }

    /** The pattern of a channel, null if there is no such channel. */
    public @Nullable String rule(String channel) {
        Registry.Match<Principal> match = registry.find(parsed(channel));
        return match == null ? null : match.channel().pattern().toString();
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
