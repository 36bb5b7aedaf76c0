package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.inbox.ContactViews.Wanted;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contacts of the teams that whoever asks is in. */
@RestController
class ContactController {
    private static final Limit ADDING = new Limit("add contacts", 60, Duration.ofMinutes(1));

    private final Contacts contacts;
    private final ContactTable table;
    private final ContactViews views;
    private final Merging merging;
    private final RateLimits limits;

    ContactController(Contacts contacts, ContactTable table, ContactViews views, Merging merging, RateLimits limits) {
        this.contacts = contacts;
        this.table = table;
        this.views = views;
        this.merging = merging;
        this.limits = limits;
    }

    record Page(List<ContactView> contacts, @Nullable String next) {}

    record UnreadContacts(int unread) {}

    record NewContact(
            @Size(max = 200) @Nullable String name,

            @NotBlank @Size(max = 40) String phone,
            @NotBlank @Size(max = 40) String teamId) {}

    /** @param into the id of the contact that stays */
    record Merge(@NotBlank @Size(max = 40) String into) {}

    /** @param seq of the last message that was read; null for all */
    record Position(@PositiveOrZero @Nullable Long seq) {}

    /**
     * @param assignee me or none
     * @param q part of the name or the number; empty for all
     */
    @GetMapping("/api/contacts")
    Page list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "30") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        Wanted wanted = new Wanted(status(status), assignee(assignee, user), unread, q);
        List<ContactView> found = views.page(user.id(), wanted, Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<ContactView> slice = Slice.of(found, limit, last -> new Cursor(last.updatedAt(), last.id()));
        return new Page(slice.items(), slice.next());
    }

    private static Contact.@Nullable Status status(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        try {
            return Contact.Status.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("invalid", "status is none of open, snoozed and closed");
        }
    }

    private static @Nullable String assignee(@Nullable String word, SignedIn user) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return switch (word) {
            case "me" -> user.id();
            case "none" -> "";
            default -> throw Problem.malformed("invalid", "assignee is neither me nor none");
        };
    }

    @GetMapping("/api/contacts/unread-count")
    UnreadContacts unread(@AuthenticationPrincipal SignedIn user) {
        return new UnreadContacts(table.unread(user.id()));
    }

    @GetMapping("/api/contacts/{id}")
    ResponseEntity<ContactView> one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return answer(id, user);
    }

    @PostMapping("/api/contacts")
    ResponseEntity<ContactView> add(@Valid @RequestBody NewContact contact, @AuthenticationPrincipal SignedIn user) {
        limits.take(ADDING, user.id());
        String id = contacts.add(user.id(), contact.teamId(), contact.name(), contact.phone());
        ContactView added = views.one(id, user.id());
        return ResponseEntity.created(URI.create("/api/contacts/" + id))
                .eTag(Integer.toString(added.version()))
                .body(added);
    }

    @PatchMapping("/api/contacts/{id}")
    ResponseEntity<ContactView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ContactChange change,
            @AuthenticationPrincipal SignedIn user) {
        String seen = IfMatch.required(ifMatch);
        contacts.change(user.id(), id, change, seen);
        return answer(id, user);
    }

    @PostMapping("/api/contacts/{id}/read")
    ResponseEntity<ContactView> read(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Position position,
            @AuthenticationPrincipal SignedIn user) {
        Long seq = position == null ? null : position.seq();
        contacts.read(user.id(), id, seq == null ? Long.MAX_VALUE : seq);
        return answer(id, user);
    }

    @PostMapping("/api/contacts/{id}/merge")
    ResponseEntity<ContactView> merge(
            @PathVariable String id, @Valid @RequestBody Merge merge, @AuthenticationPrincipal SignedIn user) {
        merging.merge(user.id(), id, merge.into());
        return answer(merge.into(), user);
    }

    private ResponseEntity<ContactView> answer(String id, SignedIn user) {
        ContactView view = views.one(id, user.id());
        return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
    }
}
