/** Auctions: bids in the order of one log, ended by the server's clock. */
@NullMarked
package dev.fanfare.platform.auctions;

import org.jspecify.annotations.NullMarked;
