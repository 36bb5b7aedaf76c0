package dev.fanfare.platform.notifications;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Problem;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What whoever asks wants to be told of. */
@RestController
class PreferenceController {
    private final PreferenceTable preferences;

    PreferenceController(PreferenceTable preferences) {
        this.preferences = preferences;
    }

    @GetMapping("/api/notifications/preferences")
    Preferences preferences(@AuthenticationPrincipal SignedIn user) {
        return preferences.of(user.id());
    }

    @PutMapping("/api/notifications/preferences")
    Preferences choose(@Valid @RequestBody Preferences chosen, @AuthenticationPrincipal SignedIn user) {
        if (!chosen.system().inApp()) {
            throw Problem.malformed("system_required", "system.inApp cannot be switched off");
        }
        preferences.put(user.id(), chosen);
        return chosen;
    }
}
