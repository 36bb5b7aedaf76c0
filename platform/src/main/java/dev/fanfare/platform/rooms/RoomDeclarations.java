package dev.fanfare.platform.rooms;

import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.tenant.RecordChanged.Change;
import dev.fanfare.sdk.systems.tenant.RoomChannels;
import dev.fanfare.sdk.systems.tenant.TenantRecord;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.Locale;
import java.util.function.Consumer;

/** What is told in rooms, and of documents that are not for their whole tenant. */
public final class RoomDeclarations {
    private RoomDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> of(RoomChannels<U> channels) {
        return registry -> registry.with(channels)
                .event(RoomRecordChanged.class, RoomDeclarations::record)
                .event(
                        DocumentsChanged.class,
                        changed -> changed.toEach(
                                UserChannels.PATTERN,
                                "documents:changed",
                                DocumentsChanged.Told.class,
                                DocumentsChanged::userIds,
                                (event, userId) -> event.told()));
    }

    private static void record(Projection<RoomRecordChanged> projection) {
        for (Change change : Change.values()) {
            projection.to(
                    RoomChannels.PATTERN,
                    "record:" + change.name().toLowerCase(Locale.ROOT),
                    TenantRecord.class,
                    RoomRecordChanged::roomId,
                    event -> event.change() == change ? event.changed() : null);
        }
    }
}
