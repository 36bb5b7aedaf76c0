package dev.fanfare.platform.auctions;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One auction as it stands. */
record Auction(
        String id,
        String sellerId,
        Lot lot,
        Bidding rules,
        Times times,
        Status status,
        @Nullable Outcome outcome,
        boolean isByInvitation,
        Bidding.Standing standing,
        boolean isEndingSoonTold,
        long version) {
    enum Status {
        SCHEDULED,
        LIVE,
        ENDED,
        CANCELLED
    }

    enum Outcome {
        SOLD,
        RESERVE_NOT_MET,
        NO_BIDS
    }

    /** What is for sale. */
    record Lot(String title, String description, @Nullable String image) {}

    /** @param maxEndAt later than this no bid can put off the end */
    record Times(Instant startsAt, Instant endAt, Instant maxEndAt) {}

    /** Whether it takes bids. It does from its start on, even if nobody has noticed yet that it has begun. */
    boolean isOpen(Instant now) {
        return (status == Status.LIVE || status == Status.SCHEDULED)
                && !now.isBefore(times.startsAt)
                && now.isBefore(times.endAt);
    }

    boolean isOver() {
        return status == Status.ENDED || status == Status.CANCELLED;
    }

    /** When something happens to it by itself, null for never again. */
    @Nullable
    Instant due(Duration endingSoon) {
        return switch (status) {
            case SCHEDULED -> times.startsAt;
            case LIVE -> isEndingSoonTold ? times.endAt : times.endAt.minus(endingSoon);
            case ENDED, CANCELLED -> null;
        };
    }

    Auction begun() {
        return new Auction(
                id,
                sellerId,
                lot,
                rules,
                times,
                Status.LIVE,
                null,
                isByInvitation,
                standing,
                isEndingSoonTold,
                version);
    }

    Auction withStanding(Bidding.Standing next, Instant endAt) {
        Times after = new Times(times.startsAt, endAt, times.maxEndAt);
        return new Auction(
                id, sellerId, lot, rules, after, status, outcome, isByInvitation, next, isEndingSoonTold, version);
    }

    Auction over(Status how, @Nullable Outcome result, Instant endAt) {
        Times after = new Times(times.startsAt, endAt, times.maxEndAt);
        return new Auction(
                id, sellerId, lot, rules, after, how, result, isByInvitation, standing, isEndingSoonTold, version);
    }

    Auction endingSoonTold() {
        return new Auction(id, sellerId, lot, rules, times, status, outcome, isByInvitation, standing, true, version);
    }

    Auction nextVersion() {
        return new Auction(
                id,
                sellerId,
                lot,
                rules,
                times,
                status,
                outcome,
                isByInvitation,
                standing,
                isEndingSoonTold,
                version + 1);
    }
}
