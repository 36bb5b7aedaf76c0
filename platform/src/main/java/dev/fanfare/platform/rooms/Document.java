package dev.fanfare.platform.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What several write together, as it is kept. Its id is the room's, too. */
record Document(
        String id,
        String tenantId,
        String ownerId,
        String title,
        String text,
        Access access,
        long version,
        Instant createdAt,
        Edit last) {
    /** Who may read and write it. */
    public enum Access {
        /** Whoever is a member of the tenant. */
        @JsonProperty("tenant")
        TENANT,
        /** Its owner, and those on its list. */
        @JsonProperty("members")
        MEMBERS
    }

    /** Who has changed it, and when. */
    record Edit(String by, Instant at) {}

    Document written(String newTitle, String newText, Edit edit) {
        return new Document(id, tenantId, ownerId, newTitle, newText, access, version + 1, createdAt, edit);
    }

    Document opened(Access newAccess, Edit edit) {
        return new Document(id, tenantId, ownerId, title, text, newAccess, version + 1, createdAt, edit);
    }

    boolean isForTenant() {
        return access == Access.TENANT;
    }
}
