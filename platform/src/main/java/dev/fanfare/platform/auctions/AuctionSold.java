package dev.fanfare.platform.auctions;

/** Something is sold, for its seller. Told to the application in the transaction that ends the auction. */
public record AuctionSold(
        String auctionId, String title, String sellerId, String winnerId, long priceMinor, String currency) {}
