package dev.fanfare.platform.admin;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Announcements: administrators make them, everybody sees those that count. */
@RestController
class AnnouncementController {
    private static final Limit POSTING = new Limit("announce", 20, Duration.ofMinutes(1));

    private final Announcements announcements;
    private final AnnouncementTable table;
    private final Accounts accounts;
    private final RateLimits limits;

    AnnouncementController(Announcements announcements, AnnouncementTable table, Accounts accounts, RateLimits limits) {
        this.announcements = announcements;
        this.table = table;
        this.accounts = accounts;
        this.limits = limits;
    }

    /** As administrators see it. */
    record View(
            String id,
            StoredAnnouncement.Kind kind,
            String message,
            ServiceStatus.@Nullable Level status,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String tenantId,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable Person by) {
        static View of(StoredAnnouncement stored, Map<String, Person> people) {
            return new View(
                    stored.id(),
                    stored.kind(),
                    stored.message(),
                    stored.status(),
                    stored.startsAt(),
                    stored.endsAt(),
                    stored.tenantId(),
                    stored.createdAt(),
                    stored.endedAt(),
                    people.get(stored.createdBy()));
        }
    }

    record Page(List<View> announcements, @Nullable String next) {}

    /** As everybody sees it. */
    record Banner(
            String id,
            StoredAnnouncement.Kind kind,
            String message,
            ServiceStatus.@Nullable Level status,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {
        static Banner of(StoredAnnouncement stored) {
            return new Banner(
                    stored.id(), stored.kind(), stored.message(), stored.status(), stored.startsAt(), stored.endsAt());
        }
    }

    record Banners(List<Banner> announcements) {}

    /** Also for who is not signed in. */
    @GetMapping("/api/announcements/current")
    Banners current(@AuthenticationPrincipal @Nullable SignedIn user) {
        return new Banners(announcements.current(user == null ? null : user.id()).stream()
                .map(Banner::of)
                .toList());
    }

    @GetMapping("/api/admin/announcements")
    Page list(
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        List<StoredAnnouncement> found = table.list(user.id(), Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<StoredAnnouncement> slice = Slice.of(found, limit, last -> new Cursor(last.createdAt(), last.id()));
        return new Page(views(slice.items()), slice.next());
    }

    private List<View> views(List<StoredAnnouncement> stored) {
        Map<String, Person> people = accounts.people(
                stored.stream().map(StoredAnnouncement::createdBy).distinct().toList());
        return stored.stream()
                .map(announcement -> View.of(announcement, people))
                .toList();
    }

    @PostMapping("/api/admin/announcements")
    @ResponseStatus(HttpStatus.CREATED)
    View post(@Valid @RequestBody NewAnnouncement wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(POSTING, user.id());
        return views(List.of(announcements.post(user, wanted))).getFirst();
    }

    /** It is over for everybody at once; it stays in the list. */
    @DeleteMapping("/api/admin/announcements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        announcements.end(user, id);
    }
}
