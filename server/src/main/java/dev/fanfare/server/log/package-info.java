/** What the stand-alone server's log looks like. Start reading at {@link dev.fanfare.server.log.Logging}. */
@NullMarked
package dev.fanfare.server.log;

import org.jspecify.annotations.NullMarked;
