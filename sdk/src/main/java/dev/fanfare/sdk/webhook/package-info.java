/** What the server tells of its channels. Start reading at {@link dev.fanfare.sdk.webhook.WebhookReceiver}. */
@NullMarked
package dev.fanfare.sdk.webhook;

import org.jspecify.annotations.NullMarked;
