/** The ports that a transport implements. Start reading at {@link dev.fanfare.engine.connection.Connection}. */
@NullMarked
package dev.fanfare.engine.connection;

import org.jspecify.annotations.NullMarked;
