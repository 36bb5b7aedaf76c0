package dev.fanfare.platform.conversations;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.systems.conversation.Typing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is writing just now. Nobody wants to know later, so it goes to the server at once and is not kept. */
@RestController
class TypingController {
    private static final Limit TYPING = new Limit("type", 20, Duration.ofSeconds(10));

    private final Access access;
    private final TypedRealtime realtime;
    private final RateLimits limits;

    TypingController(Access access, TypedRealtime realtime, RateLimits limits) {
        this.access = access;
        this.realtime = realtime;
        this.limits = limits;
    }

    /** @param socketId the connection of whoever types, which is not told */
    record Typed(
            @NotBlank String conversationId,
            @NotNull Boolean isTyping,

            @Pattern(regexp = "\\d{1,19}\\.\\d{1,19}") @Nullable
            String socketId) {}

    /** Succeeds also while the server cannot be reached: the service logs that. */
    @PostMapping("/api/realtime/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void type(@Valid @RequestBody Typed typed, @AuthenticationPrincipal SignedIn user) {
        limits.take(TYPING, user.id());
        Parties parties = access.participant(typed.conversationId(), user.id());
        access.requireUnblocked(parties);
        realtime.publish(new Typing(parties.conversationId(), user.id(), typed.isTyping()), typed.socketId());
    }
}
