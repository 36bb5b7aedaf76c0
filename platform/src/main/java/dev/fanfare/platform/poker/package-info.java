/** Planning poker: sessions in which everybody estimates alone before all see all estimates. */
@NullMarked
package dev.fanfare.platform.poker;

import org.jspecify.annotations.NullMarked;
