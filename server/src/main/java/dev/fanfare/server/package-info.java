/** The runnable server, wired together. Start reading at {@link dev.fanfare.server.Server}. */
@NullMarked
package dev.fanfare.server;

import org.jspecify.annotations.NullMarked;
