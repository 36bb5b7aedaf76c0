package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is kept of whoever asks, and an end of it. */
@RestController
class PrivacyController {
    private static final Limit EXPORTING = new Limit("export", 5, Duration.ofMinutes(10));
    private static final Limit ERASING = new Limit("erase", 5, Duration.ofMinutes(5));

    private final List<PersonalData> modules;
    private final Erasures erasures;
    private final Accounts accounts;
    private final SessionCookie cookie;
    private final RateLimits limits;
    private final Clock clock;

    PrivacyController(
            List<PersonalData> modules,
            Erasures erasures,
            Accounts accounts,
            SessionCookie cookie,
            RateLimits limits,
            Clock clock) {
        this.modules = modules;
        this.erasures = erasures;
        this.accounts = accounts;
        this.cookie = cookie;
        this.limits = limits;
        this.clock = clock;
    }

    /** Says that it is meant: a session that somebody left open is not enough. */
    record Farewell(
            @NotBlank @Size(max = PasswordRules.MOST_SENT) String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Farewell[]";
        }
    }

    /** All that the modules keep, each under its name. */
    @GetMapping(path = "/api/users/me/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional(readOnly = true)
    public ResponseEntity<Map<String, Object>> export(@AuthenticationPrincipal SignedIn user) {
        limits.take(EXPORTING, user.id());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("exportedAt", clock.instant());
        modules.forEach(module -> all.put(module.section(), module.export(user.id())));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("fanfare-" + user.id() + ".json")
                                .build()
                                .toString())
                .body(all);
    }

    @DeleteMapping("/api/users/me")
    ResponseEntity<Void> erase(
            @Valid @RequestBody Farewell farewell, @AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
        limits.take(ERASING, user.id());
        if (!accounts.isPassword(user.id(), farewell.password())) {
            throw Problem.forbidden("wrong_password", "That is not your password");
        }
        erasures.erase(user.account());
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.clear(request))
                .build();
    }
}
