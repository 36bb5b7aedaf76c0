package dev.fanfare.sdk.systems.user;

import java.util.Set;

/**
 * A user has come, gone, or fallen silent: {@code presence:status} on the channels of those who watch.
 *
 * @param watchers ids of users
 */
public record UserStatusChanged(UserStatus status, Set<String> watchers) {}
