/** What a node tells others about its channels. Start reading at {@link dev.fanfare.engine.listener.ChannelListener}. */
@NullMarked
package dev.fanfare.engine.listener;

import org.jspecify.annotations.NullMarked;
