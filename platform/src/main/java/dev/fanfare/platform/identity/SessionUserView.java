package dev.fanfare.platform.identity;

import org.jspecify.annotations.Nullable;

/** Whose a session is. */
record SessionUserView(
        String id, String email, String name, @Nullable String avatar, String role) {}
