package dev.fanfare.sdk.systems.inbox;

import java.util.Map;

/**
 * Something about a contact is different: {@code contact:updated} on its channel.
 *
 * @param changes new values by their fields
 */
public record ContactUpdated(String contactId, Map<String, Object> changes) {}
