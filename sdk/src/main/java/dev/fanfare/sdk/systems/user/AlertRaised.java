package dev.fanfare.sdk.systems.user;

import java.util.List;

/** Users are to see something at once: {@code alert} on the channel of each. */
public record AlertRaised(List<String> userIds, Alert alert) {}
