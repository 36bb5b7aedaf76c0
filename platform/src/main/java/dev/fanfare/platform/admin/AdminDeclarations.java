package dev.fanfare.platform.admin;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.announcement.AnnouncementChannels;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import java.util.function.Consumer;

/** What is told of announcements after they were told themselves. */
public final class AdminDeclarations {
    private AdminDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> endings() {
        return registry -> registry.event(
                        AnnouncementEnded.class,
                        ended -> ended.whole(
                                        AnnouncementChannels.PUBLIC, "announcement:ended", event -> "announcements")
                                .whole(AnnouncementChannels.GLOBAL, "announcement:ended"))
                .event(
                        TenantAnnouncementEnded.class,
                        ended -> ended.to(
                                TenantChannels.PATTERN,
                                "announcement:ended",
                                AnnouncementEnded.class,
                                TenantAnnouncementEnded::tenantId,
                                TenantAnnouncementEnded::told));
    }
}
