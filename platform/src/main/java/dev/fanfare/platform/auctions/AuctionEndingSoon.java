package dev.fanfare.platform.auctions;

import java.time.Instant;
import java.util.List;

/** An auction ends in a while, for those who bid or watch. Told to the application once for each auction. */
public record AuctionEndingSoon(String auctionId, String title, List<String> userIds, Instant endAt) {}
