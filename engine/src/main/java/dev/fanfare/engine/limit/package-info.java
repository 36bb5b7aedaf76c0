/** How often something may happen. Start reading at {@link dev.fanfare.engine.limit.TokenBucket}. */
@NullMarked
package dev.fanfare.engine.limit;

import org.jspecify.annotations.NullMarked;
