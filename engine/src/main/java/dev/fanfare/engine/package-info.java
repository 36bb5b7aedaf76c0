/** What a channel is, without any transport. Start reading at {@link dev.fanfare.engine.Node}. */
@NullMarked
package dev.fanfare.engine;

import org.jspecify.annotations.NullMarked;
