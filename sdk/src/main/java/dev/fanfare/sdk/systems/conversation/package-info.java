/** Conversations of two. */
@NullMarked
package dev.fanfare.sdk.systems.conversation;

import org.jspecify.annotations.NullMarked;
