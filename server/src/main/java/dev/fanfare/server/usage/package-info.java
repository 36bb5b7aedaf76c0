/** How many messages an app uses in a day. Start reading at {@link dev.fanfare.server.usage.DailyUsage}. */
@NullMarked
package dev.fanfare.server.usage;

import org.jspecify.annotations.NullMarked;
