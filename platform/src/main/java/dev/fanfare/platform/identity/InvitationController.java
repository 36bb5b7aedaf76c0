package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For those who have been given a link, and cannot sign in yet. */
@RestController
class InvitationController {
    private static final Limit OF_ADDRESS = new Limit("invitations from", 30, Duration.ofMinutes(1));

    private final Invitations invitations;
    private final SessionBeginnings beginnings;
    private final RateLimits limits;

    InvitationController(Invitations invitations, SessionBeginnings beginnings, RateLimits limits) {
        this.invitations = invitations;
        this.beginnings = beginnings;
        this.limits = limits;
    }

    record Look(@NotBlank @Size(max = 200) String token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Look[]";
        }
    }

    record Invited(String name, String email, Instant expiresAt) {}

    record Acceptance(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(max = PasswordRules.MOST_SENT) String password) {
        /** Without either. */
        @Override
        public String toString() {
            return "Acceptance[]";
        }
    }

    @PostMapping("/api/invitations/look")
    Invited look(@Valid @RequestBody Look look, HttpServletRequest request) {
        limits.take(OF_ADDRESS, request.getRemoteAddr());
        InvitationTable.Invited invited = invitations.look(look.token());
        return new Invited(invited.account().name(), invited.account().email(), invited.expiresAt());
    }

    @PostMapping("/api/invitations/accept")
    ResponseEntity<SessionView> accept(@Valid @RequestBody Acceptance acceptance, HttpServletRequest request) {
        limits.take(OF_ADDRESS, request.getRemoteAddr());
        return beginnings.begin(invitations.accept(acceptance.token(), acceptance.password()), request);
    }
}
