package dev.fanfare.platform.status;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.status.Standing.Chosen;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.user.UserStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How those are whom one knows, and how one wants to look to them. */
@RestController
class StatusController {
    private final Statuses statuses;

    StatusController(Statuses statuses) {
        this.statuses = statuses;
    }

    record StatusWish(@NotNull String status) {}

    @GetMapping("/api/users/{id}/status")
    UserStatus status(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        if (!statuses.mayKnow(user.id(), id)) {
            throw Problem.notFound();
        }
        return statuses.of(id);
    }

    @PutMapping("/api/users/me/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@Valid @RequestBody StatusWish wish, @AuthenticationPrincipal SignedIn user) {
        Chosen chosen = Arrays.stream(Chosen.values())
                .filter(each -> each.wireName().equals(wish.status()))
                .findFirst()
                .orElseThrow(() -> Problem.malformed(
                        "invalid", "status is `" + wish.status() + "`, expected online, away or invisible"));
        statuses.choose(user.id(), chosen);
    }
}
