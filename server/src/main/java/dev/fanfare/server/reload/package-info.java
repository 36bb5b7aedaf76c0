/** Changes of a running server's configuration. Start reading at {@link dev.fanfare.server.reload.ConfigReload}. */
@NullMarked
package dev.fanfare.server.reload;

import org.jspecify.annotations.NullMarked;
