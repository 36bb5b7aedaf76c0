package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;

/**
 * A user in a presence channel, as the others see them.
 *
 * @param id at most 128 characters
 * @param info anything that Jackson writes as an object, at most 1 KB; null for nothing
 */
public record Member(String id, @Nullable Object info) {}
