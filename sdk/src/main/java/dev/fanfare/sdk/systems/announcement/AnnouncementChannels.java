package dev.fanfare.sdk.systems.announcement;

import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import java.util.function.Consumer;

/** The channels that everybody hears. What goes to {@code public-announcements} goes to {@code global-announcements}, too. */
public record AnnouncementChannels<U>() implements Consumer<RegistryBuilder<U>> {
    public static final String PUBLIC = "public-{channel}";
    public static final String GLOBAL = "global-announcements";
    public static final String STATUS = "status-updates";
    private static final String ANNOUNCEMENTS = "announcements";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PUBLIC, channel -> {})
                .channel(GLOBAL, channel -> {})
                .channel(STATUS, channel -> {})
                .event(Announcement.class, AnnouncementChannels::announcement)
                .event(Maintenance.class, maintenance -> onBoth(maintenance, "system:maintenance"))
                .event(Reload.class, reload -> onBoth(reload, "system:reload"))
                .event(ServiceStatus.class, status -> status.whole(STATUS, "status"));
    }

    private static void announcement(Projection<Announcement> projection) {
        onBoth(projection, "announcement");
        projection.alias(
                PUBLIC,
                "notification",
                Announcement.class,
                announcement -> ANNOUNCEMENTS,
                announcement -> announcement);
    }

    private static <E> void onBoth(Projection<E> projection, String name) {
        projection.whole(PUBLIC, name, event -> ANNOUNCEMENTS).whole(GLOBAL, name);
    }
}
