package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.LocalCarrier;
import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.carrier.NoAccount;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writes as a contact would, for those who try the platform and have no telephone at hand. Only where the carrier is our own. */
@RestController
@Conditional(NoAccount.class)
class DemoTextController {
    private static final Limit WRITING = new Limit("write as contacts", 30, Duration.ofMinutes(1));

    private final LocalCarrier carrier;
    private final TeamPolicy policy;
    private final Teams teams;
    private final Desk desk;
    private final RateLimits limits;

    DemoTextController(LocalCarrier carrier, TeamPolicy policy, Teams teams, Desk desk, RateLimits limits) {
        this.carrier = carrier;
        this.policy = policy;
        this.teams = teams;
        this.desk = desk;
        this.limits = limits;
    }

    /**
     * @param contactId who writes; null for somebody new
     * @param from the number of somebody new
     */
    record DemoText(
            @Size(max = 40) @Nullable String contactId,
            @Size(max = 40) @Nullable String from,
            @NotBlank @Size(max = 4_096) String body,
            @Nullable String channel) {}

    private record Way(String from, @Nullable String to) {}

    @PostMapping("/api/demo/texts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(@Valid @RequestBody DemoText text, @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        Medium medium = Medium.named(Objects.requireNonNullElse(text.channel(), "sms"));
        if (medium == null) {
            throw Problem.malformed("unknown_channel", "channel is neither sms nor whatsapp");
        }
        Way way = text.contactId() == null ? anybody(text.from(), user) : known(text.contactId(), user);
        if (way.to == null) {
            throw Problem.conflict("no_number", "The team has no number", Map.of());
        }
        carrier.write(medium, way.from, way.to, text.body());
    }

    private Way known(String contactId, SignedIn user) {
        Contact contact = policy.visible(contactId, user.id());
        String line = contact.reach().line();
        return new Way(contact.phone(), line == null ? teams.number(contact.teamId()) : line);
    }

    private Way anybody(@Nullable String from, SignedIn user) {
        if (from == null) {
            throw Problem.malformed("invalid", "contactId and from are both missing, expected one");
        }
        List<Teams.Team> own = teams.of(user.id());
        if (own.isEmpty()) {
            throw Problem.notFound();
        }
        return new Way(desk.numbers().typed(from), teams.number(own.getFirst().id()));
    }
}
