package dev.fanfare.platform.admin;

import dev.fanfare.platform.admin.StoredAnnouncement.Kind;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators tell everybody, or the members of a tenant that they are in themselves. */
@Service
class Announcements {
    private final AnnouncementTable table;
    private final AnnouncementNews news;
    private final Actions actions;
    private final Tenants tenants;
    private final DueSignal signal;
    private final Clock clock;

    Announcements(
            AnnouncementTable table,
            AnnouncementNews news,
            Actions actions,
            Tenants tenants,
            DueSignal signal,
            Clock clock) {
        this.table = table;
        this.news = news;
        this.actions = actions;
        this.tenants = tenants;
        this.signal = signal;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws Problem 400 if it makes no sense, 404 for a tenant that the administrator does not belong to */
    @Transactional
    public StoredAnnouncement post(SignedIn administrator, NewAnnouncement wanted) {
        Instant now = now();
        wanted.check(now);
        String tenantId = wanted.tenantId();
        if (tenantId != null && !tenants.isMember(tenantId, administrator.id())) {
            throw Problem.notFound();
        }
        StoredAnnouncement announcement = new StoredAnnouncement(
                Ids.next(),
                wanted.kind(),
                wanted.message().strip(),
                wanted.status(),
                wanted.startsAt(),
                wanted.endsAt(),
                tenantId,
                administrator.id(),
                now,
                null);
        boolean isToldNow = !announcement.isLater(now);
        table.add(announcement, isToldNow);
        actions.add(
                administrator,
                "announcement.post",
                announcement.id(),
                announcement.kind() + (tenantId == null ? "" : " to " + tenantId) + ": " + announcement.message());
        if (isToldNow) {
            news.tell(announcement);
        } else {
            signal.raiseAfterCommit();
        }
        return announcement;
    }

    /** @throws Problem 404 if there is none for that administrator */
    @Transactional
    public void end(SignedIn administrator, String id) {
        StoredAnnouncement announcement = table.lock(id, administrator.id());
        if (announcement == null) {
            throw Problem.notFound();
        }
        Instant now = now();
        if (announcement.endedAt() != null) {
            return;
        }
        StoredAnnouncement status = table.latestStatus(now);
        table.end(id, now);
        actions.add(administrator, "announcement.end", id, announcement.message());
        if (announcement.kind() != Kind.STATUS) {
            news.ended(announcement);
        } else if (status != null && status.id().equals(id)) {
            StoredAnnouncement before = table.latestStatus(now);
            news.tellStatus(
                    before == null || before.status() == null ? ServiceStatus.Level.OPERATIONAL : before.status(),
                    before == null ? "" : before.message(),
                    now);
        }
    }

    /**
     * What somebody has to know now, the newest first.
     *
     * @param accountId null for who is not signed in
     */
    @Transactional(readOnly = true)
    public List<StoredAnnouncement> current(@Nullable String accountId) {
        Instant now = now();
        List<StoredAnnouncement> all = new ArrayList<>();
        StoredAnnouncement status = table.latestStatus(now);
        if (status != null && status.status() != ServiceStatus.Level.OPERATIONAL) {
            all.add(status);
        }
        table.running(accountId, now).stream()
                .filter(announcement -> !announcement.isLater(now))
                .forEach(all::add);
        return all;
    }
}
