package dev.fanfare.platform.admin;

import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.announcement.Announcement;
import dev.fanfare.sdk.systems.announcement.Maintenance;
import dev.fanfare.sdk.systems.announcement.Reload;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import dev.fanfare.sdk.systems.tenant.MaintenancePlanned;
import dev.fanfare.sdk.systems.tenant.ReloadRequested;
import dev.fanfare.sdk.systems.tenant.TenantNotice;
import dev.fanfare.sdk.systems.tenant.TenantNotified;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells pages of announcements, on the channels that they listen to. */
@Component
class AnnouncementNews {
    private static final String TITLE = "Announcement";
    /** Over which pages spread themselves, so that they do not all come at once. */
    private static final int RELOAD_SECONDS = 30;

    private final EventPublisher publisher;

    AnnouncementNews(EventPublisher publisher) {
        this.publisher = publisher;
    }

    void tell(StoredAnnouncement announcement) {
        String tenantId = announcement.tenantId();
        switch (announcement.kind()) {
            case ANNOUNCEMENT ->
                publisher.publish(
                        tenantId == null
                                ? new Announcement(
                                        announcement.id(), TITLE, announcement.message(), announcement.createdAt())
                                : new TenantNotified(tenantId, notice(announcement)));
            case STATUS ->
                tellStatus(Objects.requireNonNull(announcement.status()), announcement.message(), announcement.since());
            case MAINTENANCE -> {
                Maintenance maintenance = new Maintenance(
                        announcement.message(),
                        Objects.requireNonNull(announcement.startsAt()),
                        Objects.requireNonNull(announcement.endsAt()));
                publisher.publish(tenantId == null ? maintenance : new MaintenancePlanned(tenantId, maintenance));
            }
            case RELOAD -> {
                Reload reload = new Reload(announcement.id(), announcement.message(), RELOAD_SECONDS);
                publisher.publish(tenantId == null ? reload : new ReloadRequested(tenantId, reload));
            }
        }
    }

    private static TenantNotice notice(StoredAnnouncement announcement) {
        return new TenantNotice(
                announcement.message(),
                Map.of("id", announcement.id(), "title", TITLE, "createdAt", announcement.createdAt()));
    }

    void tellStatus(ServiceStatus.Level status, String message, Instant at) {
        publisher.publish(new ServiceStatus(status, message, at));
    }

    void ended(StoredAnnouncement announcement) {
        String tenantId = announcement.tenantId();
        publisher.publish(
                tenantId == null
                        ? new AnnouncementEnded(announcement.id())
                        : new TenantAnnouncementEnded(tenantId, announcement.id()));
    }
}
