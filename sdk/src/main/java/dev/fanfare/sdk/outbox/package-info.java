/**
 * Events that are stored in the transaction that they belong to, and published once it has committed. Start reading at
 * {@link dev.fanfare.sdk.outbox.Outbox}.
 */
@NullMarked
package dev.fanfare.sdk.outbox;

import org.jspecify.annotations.NullMarked;
