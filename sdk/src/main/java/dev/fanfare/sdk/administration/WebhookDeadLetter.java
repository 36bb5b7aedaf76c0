package dev.fanfare.sdk.administration;

import java.time.Instant;

/**
 * An event of a webhook that no attempt could deliver.
 *
 * @param url where it should have gone
 * @param event JSON, as the webhook would have carried it
 * @param error what was wrong with the last attempt
 */
public record WebhookDeadLetter(String id, String url, String event, String error, Instant at) {}
