package dev.fanfare.platform.notifications;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.notifications.Inbox.Mark;
import dev.fanfare.platform.notifications.NotificationTable.Wanted;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notifications of whoever asks. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {
    private final NotificationTable table;
    private final Inbox inbox;

    NotificationController(NotificationTable table, Inbox inbox) {
        this.table = table;
        this.inbox = inbox;
    }

    record NotificationMeta(int unreadCount, int unseenCount, int total, int page, int limit, boolean hasMore) {}

    record NotificationPage(List<StoredNotification> data, NotificationMeta meta) {}

    @GetMapping
    NotificationPage list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Boolean read,
            @RequestParam(defaultValue = "false") boolean archived,
            @AuthenticationPrincipal SignedIn user) {
        if (page < 1) {
            throw Problem.malformed("invalid", "page is " + page + ", expected 1 or more");
        }
        Wanted wanted = new Wanted(user.id(), parsed(type), read, archived);
        long offset = (page - 1L) * Limits.checked(limit);
        int total = table.total(wanted);
        Counts counts = table.counts(user.id());
        return new NotificationPage(
                table.list(wanted, offset, limit),
                new NotificationMeta(
                        counts.unreadCount(), counts.unseenCount(), total, page, limit, offset + limit < total));
    }

    private static @Nullable NotificationType parsed(@Nullable String type) {
        try {
            return type == null ? null : NotificationType.of(type);
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("invalid", String.valueOf(e.getMessage()));
        }
    }

    @PatchMapping("/{id}/read")
    StoredNotification read(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return inbox.mark(user.id(), id, Mark.READ);
    }

    @PatchMapping("/{id}/unread")
    StoredNotification unread(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return inbox.mark(user.id(), id, Mark.UNREAD);
    }

    @PatchMapping("/{id}/archive")
    StoredNotification archive(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return inbox.mark(user.id(), id, Mark.ARCHIVED);
    }

    @PatchMapping("/{id}/unarchive")
    StoredNotification unarchive(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return inbox.mark(user.id(), id, Mark.UNARCHIVED);
    }

    @PatchMapping("/read-all")
    Counts readAll(@AuthenticationPrincipal SignedIn user) {
        return inbox.readAll(user.id());
    }

    @PatchMapping("/seen-all")
    Counts seeAll(@AuthenticationPrincipal SignedIn user) {
        return inbox.seeAll(user.id());
    }
}
