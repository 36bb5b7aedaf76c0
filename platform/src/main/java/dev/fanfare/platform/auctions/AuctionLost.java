package dev.fanfare.platform.auctions;

import java.util.List;

/** An auction has ended, for those who bid and did not get it. Told to the application in the transaction that ends it. */
public record AuctionLost(String auctionId, String title, List<String> userIds, long priceMinor, String currency) {}
