package dev.fanfare.platform.admin;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.realtime.Hearing;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says why somebody may hear a channel or may not. */
@RestController
class DecisionController {
    private final RecentDecisions decisions;
    private final Hearing hearing;
    private final Accounts accounts;
    private final Actions actions;

    DecisionController(RecentDecisions decisions, Hearing hearing, Accounts accounts, Actions actions) {
        this.decisions = decisions;
        this.hearing = hearing;
        this.accounts = accounts;
        this.actions = actions;
    }

    record Decisions(List<RecentDecisions.Entry> decisions) {}

    /** @param userId null for who is not signed in */
    record Question(
            @Nullable @Size(max = 40) String userId,
            @NotBlank @Size(max = 200) String channel) {}

    @GetMapping("/api/admin/decisions")
    Decisions list(
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "50") int limit) {
        return new Decisions(decisions.find(emptyIsAll(userId), emptyIsAll(channel), Limits.checked(limit)));
    }

    private static @Nullable String emptyIsAll(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** As it would be decided now; nothing is granted. */
    @PostMapping("/api/admin/decisions/explain")
    Hearing.Ruling explain(@Valid @RequestBody Question question, @AuthenticationPrincipal SignedIn user) {
        String userId = question.userId();
        Account account = userId == null ? null : accounts.find(userId);
        if (userId != null && account == null) {
            throw Problem.notFound();
        }
        Hearing.Ruling ruling = hearing.explain(question.channel(), account == null ? null : new SignedIn(account));
        actions.add(user, "decisions.explain", question.channel(), userId);
        return ruling;
    }
}
