/**
 * The provider that runs the server inside the application. Start reading at
 * {@link dev.fanfare.embedded.EmbeddedRealtimeProvider}.
 */
@NullMarked
package dev.fanfare.embedded;

import org.jspecify.annotations.NullMarked;
