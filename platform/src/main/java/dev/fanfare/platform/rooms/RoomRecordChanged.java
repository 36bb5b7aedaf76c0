package dev.fanfare.platform.rooms;

import dev.fanfare.sdk.systems.tenant.RecordChanged.Change;
import dev.fanfare.sdk.systems.tenant.TenantRecord;

/** A document that is not for its whole tenant was made, changed or deleted: {@code record:…} in its room. */
record RoomRecordChanged(String roomId, Change change, TenantRecord changed) {}
