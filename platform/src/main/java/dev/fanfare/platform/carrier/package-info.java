/** Texts to and from telephones: {@link dev.fanfare.platform.carrier.Carrier} is the way out, {@link dev.fanfare.platform.carrier.CarrierListener} the way in. */
@NullMarked
package dev.fanfare.platform.carrier;

import org.jspecify.annotations.NullMarked;
