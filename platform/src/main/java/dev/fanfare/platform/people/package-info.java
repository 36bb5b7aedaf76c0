/** Who may use the platform: the first administrator, and what administrators do about everybody else. */
@NullMarked
package dev.fanfare.platform.people;

import org.jspecify.annotations.NullMarked;
