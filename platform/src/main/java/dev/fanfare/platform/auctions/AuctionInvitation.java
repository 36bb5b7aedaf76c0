package dev.fanfare.platform.auctions;

import java.util.List;

/** There is an auction that only these may see and bid in. Told to the application in the transaction. */
public record AuctionInvitation(String auctionId, String title, List<String> userIds) {}
