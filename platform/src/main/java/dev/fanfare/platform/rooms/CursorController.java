package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.systems.tenant.CursorMoved;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

/** Where people point in a room just now. The next place makes the last one worthless, so nothing is kept. */
@RestController
class CursorController {
    private static final Limit ASKING = new Limit("point anywhere", 50, Duration.ofSeconds(1));
    private static final Limit POINTING = new Limit("point", 10, Duration.ofSeconds(1));

    private final Documents documents;
    private final TypedRealtime realtime;
    private final RateLimits limits;

    CursorController(Documents documents, TypedRealtime realtime, RateLimits limits) {
        this.documents = documents;
        this.realtime = realtime;
        this.limits = limits;
    }

    /**
     * A place.
     *
     * @param x from the left edge, 0, to the right one, 1, as y is from the top to the bottom
     * @param socketId the connection of whoever points, which is not told
     */
    record Place(
            @NotBlank String roomId,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double x,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double y,

            @Pattern(regexp = "\\d{1,19}\\.\\d{1,19}") @Nullable
            String socketId) {}

    /** Succeeds also while the server cannot be reached: the service logs that. */
    @PostMapping("/api/realtime/cursor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void point(@Valid @RequestBody Place place, @AuthenticationPrincipal SignedIn user) {
        limits.take(ASKING, user.id());
        documents.check(place.roomId(), user.id()); // before it is counted: anybody can name rooms that there are not
        limits.take(POINTING, user.id() + " " + place.roomId());
        realtime.publish(new CursorMoved(place.roomId(), user.id(), place.x(), place.y()), place.socketId());
    }
}
