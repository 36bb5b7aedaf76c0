/** Subscriptions and fan-out on this node. Start reading at {@link dev.fanfare.engine.hub.HubShard}. */
@NullMarked
package dev.fanfare.engine.hub;

import org.jspecify.annotations.NullMarked;
