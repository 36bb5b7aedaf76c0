package dev.fanfare.platform.auctions;

import java.util.List;

/** There is nothing for sale any more, for those who bid or watch. Told to the application in the transaction. */
public record AuctionCancelled(String auctionId, String title, List<String> userIds) {}
