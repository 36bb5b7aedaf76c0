package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people change the password that they have. */
@RestController
class PasswordController {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordController.class);
    private static final Limit CHANGING = new Limit("change password", 5, Duration.ofMinutes(5));

    private final Accounts accounts;
    private final InvitationTable invitations;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Departures departures;
    private final RateLimits limits;
    private final TransactionOperations transactions;

    PasswordController(
            Accounts accounts,
            InvitationTable invitations,
            Sessions sessions,
            SessionCookie cookie,
            Departures departures,
            RateLimits limits,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.cookie = cookie;
        this.departures = departures;
        this.limits = limits;
        this.transactions = transactions;
    }

    /** The current one says that it is meant: a session that somebody left open is not enough. */
    record NewPassword(
            @NotBlank @Size(max = PasswordRules.MOST_SENT) String current,
            @NotNull @Size(max = PasswordRules.MOST_SENT) String password) {
        /** Without either. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** All other sessions end, and links that somebody may have been given. */
    @PutMapping("/api/users/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @Valid @RequestBody NewPassword wanted,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request) {
        limits.take(CHANGING, user.id());
        if (!accounts.isPassword(user.id(), wanted.current())) {
            throw Problem.forbidden("wrong_password", "That is not your password");
        }
        PasswordRules.check(
                wanted.password(), user.account().email(), user.account().name());
        String encoded = accounts.encoded(wanted.password());
        String token = SessionFilter.token(request, cookie);
        transactions.executeWithoutResult(status -> {
            if (token == null || !accounts.changePassword(user.id(), encoded)) {
                throw Problem.unauthenticated();
            }
            invitations.end(user.id());
            sessions.endOthers(user.id(), token);
        });
        LOG.info("{} has another password", user.id());
        departures.reconnect(user.id());
    }
}
