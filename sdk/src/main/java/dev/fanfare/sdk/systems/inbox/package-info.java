/** An inbox that a team shares: contacts, their messages and the notes on them. */
@NullMarked
package dev.fanfare.sdk.systems.inbox;

import org.jspecify.annotations.NullMarked;
