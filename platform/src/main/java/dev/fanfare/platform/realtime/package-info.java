/** Where events go, who may hear them, and what was said on a channel while somebody was away. */
@NullMarked
package dev.fanfare.platform.realtime;

import org.jspecify.annotations.NullMarked;
