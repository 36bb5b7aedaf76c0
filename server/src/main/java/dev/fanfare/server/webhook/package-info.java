/** Webhooks: telling back ends what happens to channels. Start reading at {@link dev.fanfare.server.webhook.Webhooks}. */
@NullMarked
package dev.fanfare.server.webhook;

import org.jspecify.annotations.NullMarked;
