/** Changes made one after the other, and changes that are due at a time: what several modules do alike. */
@NullMarked
package dev.fanfare.platform.work;

import org.jspecify.annotations.NullMarked;
