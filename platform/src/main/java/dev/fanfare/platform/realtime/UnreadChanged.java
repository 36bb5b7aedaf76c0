package dev.fanfare.platform.realtime;

/** A user has more or less to read than before: {@code unread:changed} on the user's channel, for all devices alike. */
public record UnreadChanged(String userId, UnreadCounts counts) {}
