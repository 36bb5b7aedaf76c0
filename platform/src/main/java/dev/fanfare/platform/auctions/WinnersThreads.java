package dev.fanfare.platform.auctions;

import org.jspecify.annotations.Nullable;

/** Where winners and sellers talk to each other, for a platform that has such a place. */
public interface WinnersThreads {
    /** The id of the conversation of the two about the auction, or null if there is none. */
    @Nullable
    String conversationOf(String auctionId, String sellerId, String winnerId);
}
