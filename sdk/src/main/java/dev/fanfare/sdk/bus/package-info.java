/** Events inside the application, from one module to others. Start reading at {@link dev.fanfare.sdk.bus.EventBus}. */
@NullMarked
package dev.fanfare.sdk.bus;

import org.jspecify.annotations.NullMarked;
