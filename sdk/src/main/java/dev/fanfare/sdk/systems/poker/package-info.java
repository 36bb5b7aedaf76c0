/** Planning poker, where nobody sees a vote before all are revealed. */
@NullMarked
package dev.fanfare.sdk.systems.poker;

import org.jspecify.annotations.NullMarked;
