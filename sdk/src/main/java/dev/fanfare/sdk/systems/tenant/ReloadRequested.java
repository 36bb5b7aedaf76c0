package dev.fanfare.sdk.systems.tenant;

import dev.fanfare.sdk.systems.announcement.Reload;

/** One tenant's pages are to load anew: {@code system:reload} on its channel. */
public record ReloadRequested(String tenantId, Reload reload) {}
