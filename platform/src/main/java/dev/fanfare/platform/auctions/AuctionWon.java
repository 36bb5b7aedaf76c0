package dev.fanfare.platform.auctions;

/** Somebody has bought something. Told to the application in the transaction that ends the auction. */
public record AuctionWon(
        String auctionId, String title, String sellerId, String winnerId, long priceMinor, String currency) {}
