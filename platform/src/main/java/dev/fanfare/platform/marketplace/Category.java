package dev.fanfare.platform.marketplace;

/** What products a tenant sorts together. */
record Category(String id, String tenantId, String name) {}
