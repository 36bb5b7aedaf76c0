/** What two people write to each other about a subject. */
@NullMarked
package dev.fanfare.platform.conversations;

import org.jspecify.annotations.NullMarked;
