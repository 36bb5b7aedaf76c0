/** Documents: each is a record of its tenant and a room for those who work on it. */
@NullMarked
package dev.fanfare.platform.rooms;

import org.jspecify.annotations.NullMarked;
