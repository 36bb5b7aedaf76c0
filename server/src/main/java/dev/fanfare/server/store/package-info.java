/** What survives the process. Start reading at {@link dev.fanfare.server.store.Store}. */
@NullMarked
package dev.fanfare.server.store;

import org.jspecify.annotations.NullMarked;
