/** What travels between nodes. Start reading at {@link dev.fanfare.engine.broker.Broker}. */
@NullMarked
package dev.fanfare.engine.broker;

import org.jspecify.annotations.NullMarked;
