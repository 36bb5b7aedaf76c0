package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.inbox.Outbound.Draft;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What teams and contacts write to each other. */
@RestController
class InboxMessageController {
    private final TeamPolicy policy;
    private final ContactMessageTable table;
    private final InboxMessages messages;
    private final Outbound outbound;
    private final RateLimits limits;
    private final Limit sending;

    InboxMessageController(
            TeamPolicy policy,
            ContactMessageTable table,
            InboxMessages messages,
            Outbound outbound,
            RateLimits limits,
            InboxSettings settings) {
        this.policy = policy;
        this.table = table;
        this.messages = messages;
        this.outbound = outbound;
        this.limits = limits;
        sending = new Limit("send texts", settings.messagesPerMinute(), Duration.ofMinutes(1));
    }

    record Page(List<InboxMessage> messages, boolean hasMore) {}

    /** @param channel sms or whatsapp */
    record NewText(
            @NotBlank @Size(max = 40) String contactId,
            @NotBlank String channel,
            @NotNull @Size(max = 8_192) String body,

            @Size(max = 10) @Nullable List<@NotBlank @Size(max = 2_000) String> mediaUrls,

            @Nullable Instant scheduledFor,

            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") @Nullable
            String clientId) {}

    /** @param externalId the carrier's, which it gives a little later */
    record SentText(
            boolean success, String messageId, @Nullable String externalId, InboxMessage message) {}

    /** Those next to a number, or the newest. */
    @GetMapping("/api/contacts/{id}/messages")
    Page list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal SignedIn user) {
        Contact contact = policy.visible(id, user.id());
        if (before != null && after != null) {
            throw Problem.malformed("invalid", "before and after are both there, expected one");
        }
        int most = Limits.checked(limit);
        List<StoredMessage> found = after != null
                ? table.after(id, after, most + 1)
                : table.before(id, before == null ? Long.MAX_VALUE : before, most + 1);
        int extra = Math.max(0, found.size() - most);
        List<StoredMessage> page =
                after != null ? found.subList(0, found.size() - extra) : found.subList(extra, found.size());
        return new Page(messages.shown(contact, page), extra > 0);
    }

    @PostMapping("/api/messages/send")
    SentText send(@Valid @RequestBody NewText text, @AuthenticationPrincipal SignedIn user) {
        limits.take(sending, user.id());
        Medium medium = Medium.named(text.channel());
        if (medium == null) {
            throw Problem.malformed("unknown_channel", "channel is neither sms nor whatsapp");
        }
        Draft draft = new Draft(
                text.contactId(),
                medium,
                text.body(),
                text.mediaUrls() == null ? List.of() : text.mediaUrls(),
                text.scheduledFor(),
                text.clientId());
        try {
            return sent(outbound.send(user.id(), draft), user);
        } catch (Problem problem) {
            // Clients of this route expect a refusal; that there is such a contact it does not tell.
            throw problem.status() == HttpStatus.NOT_FOUND
                    ? Problem.forbidden("The contact is none of your teams'")
                    : problem;
        }
    }

    @PostMapping("/api/messages/{id}/retry")
    SentText retry(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limits.take(sending, user.id());
        return sent(outbound.retry(user.id(), id), user);
    }

    @PostMapping("/api/messages/{id}/cancel")
    SentText cancel(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limits.take(sending, user.id());
        return sent(outbound.cancel(user.id(), id), user);
    }

    private SentText sent(StoredMessage message, SignedIn user) {
        Contact contact = policy.visible(message.contactId(), user.id());
        return new SentText(true, message.id(), message.delivery().externalId(), messages.shown(contact, message));
    }
}
