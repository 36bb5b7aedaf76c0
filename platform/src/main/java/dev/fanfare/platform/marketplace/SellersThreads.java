package dev.fanfare.platform.marketplace;

import java.util.Map;

/** Where buyers and sellers talk to each other, for a platform that has such a place. */
public interface SellersThreads {
    /** What a conversation is about. */
    enum About {
        PRODUCT,
        ORDER
    }

    /**
     * The conversations that a user has.
     *
     * @param partners with whom about which thing, by the things' ids
     * @return ids of conversations by those of the things; without those that there are not
     */
    Map<String, String> conversationsOf(String userId, About about, Map<String, String> partners);
}
