package dev.fanfare.platform.auctions;

/** Somebody no longer leads. Told to the application in the transaction of the bid. */
public record Outbid(String auctionId, String title, String userId, long priceMinor, String currency) {}
