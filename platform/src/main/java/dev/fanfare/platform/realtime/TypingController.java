package dev.fanfare.platform.realtime;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.sdk.registry.TypedRealtime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final Map<TypingPlace.Kind, TypingPlace> places;
    private final TypedRealtime realtime;
    private final RateLimits limits;

    TypingController(List<TypingPlace> places, TypedRealtime realtime, RateLimits limits) {
        this.places = places.stream().collect(Collectors.toMap(TypingPlace::kind, Function.identity()));
        this.realtime = realtime;
        this.limits = limits;
    }

    /**
     * Somebody writes somewhere, or has ceased to: in a conversation or in a room.
     *
     * @param socketId the connection of whoever types, which is not told
     */
    record Typed(
            @Nullable String conversationId,
            @Nullable String roomId,
            @NotNull Boolean isTyping,

            @Pattern(regexp = "\\d{1,19}\\.\\d{1,19}") @Nullable
            String socketId) {}

    /** Succeeds also while the server cannot be reached: the service logs that. */
    @PostMapping("/api/realtime/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void type(@Valid @RequestBody Typed typed, @AuthenticationPrincipal SignedIn user) {
        limits.take(TYPING, user.id());
        String conversationId = typed.conversationId();
        String roomId = typed.roomId();
        Object told;
        if (conversationId != null && roomId == null) {
            told = typed(TypingPlace.Kind.CONVERSATION, conversationId, user, typed.isTyping());
        } else if (roomId != null && conversationId == null) {
            told = typed(TypingPlace.Kind.ROOM, roomId, user, typed.isTyping());
        } else {
            throw Problem.malformed("invalid", "Expected one of conversationId and roomId");
        }
        realtime.publish(told, typed.socketId());
    }

    private Object typed(TypingPlace.Kind kind, String id, SignedIn user, boolean isTyping) {
        TypingPlace place = places.get(kind);
        if (place == null) {
            throw Problem.notFound();
        }
        return place.typed(id, user.id(), isTyping);
    }
}
