package dev.fanfare.platform.auctions;

import org.jspecify.annotations.Nullable;

/** Where winners and sellers talk to each other, for a platform that has such a place. */
public interface WinnersThreads {
    /** Null if there is no conversation of that user about the auction. */
    @Nullable
    String conversationOf(String auctionId, String userId);
}
