package dev.fanfare.server.webhook;

/**
 * An event that no attempt could deliver.
 *
 * @param id for a replay
 * @param url where it should have gone
 * @param millis when it happened, since 1970
 * @param reason what was wrong with the last attempt
 * @param json the event's object
 */
public record DeadLetter(String id, String appId, String url, long millis, String reason, String json) {}
