package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SessionController {
    private static final Logger LOG = LoggerFactory.getLogger(SessionController.class);
    private static final Limit OF_ADDRESS = new Limit("sign-in from", 30, Duration.ofMinutes(1));
    private static final Limit OF_ACCOUNT = new Limit("sign-in as", 10, Duration.ofMinutes(5));

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionBeginnings beginnings;
    private final RateLimits limits;
    private final SessionCookie cookie;
    private final Departures departures;

    SessionController(
            Accounts accounts,
            Sessions sessions,
            SessionBeginnings beginnings,
            RateLimits limits,
            SessionCookie cookie,
            Departures departures) {
        this.cookie = cookie;
        this.departures = departures;
        this.accounts = accounts;
        this.sessions = sessions;
        this.beginnings = beginnings;
        this.limits = limits;
    }

    record Credentials(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = PasswordRules.MOST_SENT) String password) {
        /** Without the password: Spring writes what it reads to its log when asked for details. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    @PostMapping("/api/sessions")
    ResponseEntity<SessionView> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        limits.take(OF_ADDRESS, request.getRemoteAddr());
        limits.take(OF_ACCOUNT, Accounts.normal(credentials.email()));
        Account account = accounts.authenticated(credentials.email(), credentials.password());
        if (account == null) {
            LOG.info("Sign-in from {} is refused", request.getRemoteAddr());
            throw Problem.unauthenticated();
        }
        return beginnings.begin(account, request);
    }

    @GetMapping("/api/sessions/current")
    SessionView current(HttpServletRequest request, @AuthenticationPrincipal SignedIn user) {
        String token = SessionFilter.token(request, cookie);
        Sessions.Active session = token == null ? null : sessions.find(token);
        if (session == null) {
            throw Problem.unauthenticated();
        }
        return SessionView.of(null, user.account(), session.csrf());
    }

    @DeleteMapping("/api/sessions/current")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        String token = SessionFilter.token(request, cookie);
        if (token != null) {
            sessions.end(token);
        }
        return signedOut(request);
    }

    /** On every device; live connections and streams end, too. */
    @DeleteMapping("/api/sessions")
    ResponseEntity<Void> signOutEverywhere(HttpServletRequest request, @AuthenticationPrincipal SignedIn user) {
        departures.everywhere(user.id());
        return signedOut(request);
    }

    private ResponseEntity<Void> signedOut(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.clear(request))
                .build();
    }
}
