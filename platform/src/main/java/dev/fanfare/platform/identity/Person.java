package dev.fanfare.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as others see them: nothing here is a secret of theirs.
 *
 * @param avatar where their picture is; null if they have none
 */
public record Person(String id, String name, @Nullable String avatar) {}
