package dev.fanfare.sdk.authorization;

import dev.fanfare.sdk.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told who asks to hear what, and what they are answered. Called on the thread that serves the request. */
public interface AuthorizationObserver {
    /**
     * A user's connection is about to get rights, or to be refused them. Nothing is decided yet, so that who takes a right away later
     * knows of every connection that may have it.
     */
    default void asked(String userId, String socketId) {}

    /**
     * Something is decided.
     *
     * @param userId null if nobody is signed in
     * @param channel null for a sign-in, and for a request that names none
     */
    default void decided(@Nullable String userId, @Nullable String channel, AuthorizationAnswer answer) {}

    /** Tells both. */
    default AuthorizationObserver and(AuthorizationObserver other) {
        AuthorizationObserver first = this;
        return new AuthorizationObserver() {
            @Override
            public void asked(String userId, String socketId) {
                first.asked(userId, socketId);
                other.asked(userId, socketId);
            }

            @Override
            public void decided(@Nullable String userId, @Nullable String channel, AuthorizationAnswer answer) {
                first.decided(userId, channel, answer);
                other.decided(userId, channel, answer);
            }
        };
    }

    /** Writes each decision to the log as JSON: what is denied at info, what is granted at debug. */
    static AuthorizationObserver logging() {
        System.Logger log = System.getLogger(AuthorizationEndpoint.class.getName());
        return new AuthorizationObserver() {
            @Override
            public void decided(@Nullable String userId, @Nullable String channel, AuthorizationAnswer answer) {
                log.log(answer.isAllowed() ? System.Logger.Level.DEBUG : System.Logger.Level.INFO, () -> {
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    line.put("user", userId);
                    line.put("channel", channel);
                    line.put("decision", answer.isAllowed() ? "allow" : "deny");
                    line.put("status", answer.status());
                    line.put("rule", answer.rule());
                    line.put("reason", answer.reason());
                    return "Authorization " + Payload.json(line);
                });
            }
        };
    }
}
