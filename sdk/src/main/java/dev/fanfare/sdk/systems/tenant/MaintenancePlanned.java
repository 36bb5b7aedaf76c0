package dev.fanfare.sdk.systems.tenant;

import dev.fanfare.sdk.systems.announcement.Maintenance;

/** One tenant will be without service: {@code system:maintenance} on its channel. */
public record MaintenancePlanned(String tenantId, Maintenance maintenance) {}
