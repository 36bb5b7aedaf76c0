package dev.fanfare.platform.admin;

/** What was announced to everybody counts no more: {@code announcement:ended}. */
record AnnouncementEnded(String id) {}
