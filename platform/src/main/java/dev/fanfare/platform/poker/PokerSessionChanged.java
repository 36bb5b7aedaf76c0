package dev.fanfare.platform.poker;

/** Something else about a session is different: {@code session:changed}. Clients fetch it anew. */
record PokerSessionChanged(String sessionId, long version) {}
