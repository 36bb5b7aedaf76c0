/** What everybody hears, signed in or not. */
@NullMarked
package dev.fanfare.sdk.systems.announcement;

import org.jspecify.annotations.NullMarked;
