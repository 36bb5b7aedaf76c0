/** What teams and those who text them write to each other. Start reading at {@link dev.fanfare.platform.inbox.Inbound} and {@link dev.fanfare.platform.inbox.SendQueue}. */
@NullMarked
package dev.fanfare.platform.inbox;

import org.jspecify.annotations.NullMarked;
