/** Who is here: online, away or offline, and when they were seen last. */
@NullMarked
package dev.fanfare.platform.status;

import org.jspecify.annotations.NullMarked;
