/** Who is in a presence channel. Start reading at {@link dev.fanfare.engine.presence.PresenceRoster}. */
@NullMarked
package dev.fanfare.engine.presence;

import org.jspecify.annotations.NullMarked;
