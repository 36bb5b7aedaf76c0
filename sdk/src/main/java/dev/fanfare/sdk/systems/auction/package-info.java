/** Live auctions. */
@NullMarked
package dev.fanfare.sdk.systems.auction;

import org.jspecify.annotations.NullMarked;
