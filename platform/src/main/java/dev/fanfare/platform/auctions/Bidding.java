package dev.fanfare.platform.auctions;

import org.jspecify.annotations.Nullable;

/**
 * The rules of one auction, without a clock and without a database: what a bid makes of how things stand. The price is one increment
 * above what the second would have paid, at least what was bid, and what the first would pay stays secret.
 *
 * @param reserve below which the seller does not sell; null for none
 */
record Bidding(
        String currency,
        long startPrice,
        @Nullable Long reserve,
        @Nullable Long buyNow) {
    /**
     * How things stand.
     *
     * @param price that the leader pays if nobody bids more; the start price while nobody leads
     * @param leaderMax that the leader would pay
     */
    record Standing(long price, @Nullable String leader, long leaderMax, int count) {}

    /**
     * What somebody wants.
     *
     * @param amount at least to pay
     * @param max at most to pay, not less than the amount
     * @param isBought to have it at once, at the price for that
     */
    record Bid(String bidder, long amount, long max, boolean isBought) {}

    /** What becomes of a bid. */
    sealed interface Result {}

    /**
     * It counts.
     *
     * @param shown what others see that was bid; null if the leader would only pay more, of which they see nothing
     * @param answer what the leader was made to bid against it at once; null for nothing
     */
    record Accepted(
            Standing standing,
            @Nullable Long shown,
            @Nullable Long answer) implements Result {}

    /** The next bid has to be higher. */
    record TooLow(long minimum) implements Result {}

    /** Nobody bids against themselves. */
    record AlreadyLeading() implements Result {}

    /** It is too late to buy it at once, or never was for sale so. */
    record NotForSale() implements Result {}

    Standing opening() {
        return new Standing(startPrice, null, 0, 0);
    }

    /** What the next bid has to be at least. */
    long minimum(Standing standing) {
        return standing.leader == null ? startPrice : above(standing.price);
    }

    /** Null if there is no reserve. */
    @Nullable
    Boolean reserveMet(Standing standing) {
        return reserve == null ? null : standing.leader != null && standing.price >= reserve;
    }

    Result apply(Standing standing, Bid bid) {
        if (bid.isBought) {
            return bought(standing, bid);
        }
        if (bid.bidder.equals(standing.leader)) {
            return raised(standing, bid);
        }
        long minimum = minimum(standing);
        if (bid.max < minimum) {
            return new TooLow(minimum);
        }
        long amount = Math.max(bid.amount, minimum);
        if (standing.leader == null || bid.max > standing.leaderMax) {
            long outbid = standing.leader == null ? amount : Math.min(bid.max, above(standing.leaderMax));
            long price = toReserve(Math.max(amount, outbid), bid.max);
            return new Accepted(new Standing(price, bid.bidder, bid.max, standing.count + 1), price, null);
        }
        long price = Math.min(standing.leaderMax, above(bid.max));
        return new Accepted(
                new Standing(price, standing.leader, standing.leaderMax, standing.count + 1), bid.max, price);
    }

    private Result bought(Standing standing, Bid bid) {
        if (standing.leader != null || buyNow == null) {
            return new NotForSale();
        }
        return new Accepted(new Standing(buyNow, bid.bidder, buyNow, standing.count + 1), buyNow, null);
    }

    private Result raised(Standing standing, Bid bid) {
        if (bid.max <= standing.leaderMax) {
            return new AlreadyLeading();
        }
        long price = toReserve(standing.price, bid.max);
        boolean isShown = price > standing.price;
        return new Accepted(
                new Standing(price, bid.bidder, bid.max, standing.count + (isShown ? 1 : 0)),
                isShown ? price : null,
                null);
    }

    private long above(long price) {
        return price + Increments.at(price, currency);
    }

    private long toReserve(long price, long max) {
        return reserve != null && max >= reserve ? Math.max(price, reserve) : price;
    }
}
