package dev.fanfare.platform.auctions;

/**
 * A bid that was accepted.
 *
 * @param auction as it stands after it
 * @param isNew false if it was sent before under the same id
 */
record PlacedBid(LoggedBid bid, Auction auction, boolean isNew) {}
