/** What can be set, where settings come from, and what they make. Start reading at {@link ServerConfig}. */
@NullMarked
package dev.fanfare.server.config;

import org.jspecify.annotations.NullMarked;
