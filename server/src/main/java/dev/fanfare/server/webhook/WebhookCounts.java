package dev.fanfare.server.webhook;

/**
 * What webhooks have come to since the start.
 *
 * @param delivered events that an endpoint has taken
 * @param failedAttempts requests that an endpoint has not taken
 * @param dead events given up
 * @param dropped events that found the queue full
 * @param waiting events in the queues now
 */
public record WebhookCounts(long delivered, long failedAttempts, long dead, long dropped, long waiting) {}
