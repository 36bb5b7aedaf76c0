package dev.fanfare.sdk.systems.tenant;

import java.util.Locale;

/** Something that a tenant's members have in common was made, changed or deleted: {@code record:…} on the tenant's channel. */
public record RecordChanged(String tenantId, Change change, TenantRecord changed) {
    /** What became of it. */
    public enum Change {
        CREATED,
        UPDATED,
        DELETED;

        String event() {
            return "record:" + name().toLowerCase(Locale.ROOT);
        }
    }
}
