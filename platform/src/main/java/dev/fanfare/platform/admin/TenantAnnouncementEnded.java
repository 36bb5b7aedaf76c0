package dev.fanfare.platform.admin;

/** What was announced to one tenant counts no more: {@code announcement:ended} on its channel. */
record TenantAnnouncementEnded(String tenantId, String id) {
    AnnouncementEnded told() {
        return new AnnouncementEnded(id);
    }
}
