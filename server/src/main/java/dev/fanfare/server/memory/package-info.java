/** What keeps a server from running out of memory. Start reading at {@link dev.fanfare.server.memory.MemoryGuard}. */
@NullMarked
package dev.fanfare.server.memory;

import org.jspecify.annotations.NullMarked;
