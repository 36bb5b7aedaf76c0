package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.systems.inbox.AgentTyping;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which agents are answering just now, so that no two do. Of notes nobody is told before they are there. */
@RestController
class AgentTypingController {
    private static final Limit TYPING = new Limit("type to contacts", 20, Duration.ofSeconds(10));

    private final TeamPolicy policy;
    private final TypedRealtime realtime;
    private final RateLimits limits;

    AgentTypingController(TeamPolicy policy, TypedRealtime realtime, RateLimits limits) {
        this.policy = policy;
        this.realtime = realtime;
        this.limits = limits;
    }

    /** @param socketId the connection of whoever types, which is not told */
    record TypedReply(
            @NotNull Boolean isTyping,

            @Pattern(regexp = "\\d{1,19}\\.\\d{1,19}") @Nullable
            String socketId) {}

    @PostMapping("/api/contacts/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void type(@PathVariable String id, @Valid @RequestBody TypedReply typed, @AuthenticationPrincipal SignedIn user) {
        limits.take(TYPING, user.id());
        policy.visible(id, user.id());
        realtime.publish(new AgentTyping(id, user.id(), typed.isTyping()), typed.socketId());
    }
}
