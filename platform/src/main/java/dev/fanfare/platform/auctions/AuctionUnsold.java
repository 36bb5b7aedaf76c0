package dev.fanfare.platform.auctions;

/** An auction has ended without a sale, for its seller. Told to the application in the transaction that ends it. */
public record AuctionUnsold(String auctionId, String title, String sellerId, boolean hadBids) {}
