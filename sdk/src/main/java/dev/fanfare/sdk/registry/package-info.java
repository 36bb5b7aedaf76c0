/** What channels an application has, declared once. Start reading at {@link dev.fanfare.sdk.registry.Registry}. */
@NullMarked
package dev.fanfare.sdk.registry;

import org.jspecify.annotations.NullMarked;
