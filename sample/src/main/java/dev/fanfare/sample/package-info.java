/** An application that sells by auction, as far as others see it. */
@NullMarked
package dev.fanfare.sample;

import org.jspecify.annotations.NullMarked;
