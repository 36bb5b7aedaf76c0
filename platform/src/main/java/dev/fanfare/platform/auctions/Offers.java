package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Prices;
import dev.fanfare.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes auctions of what sellers want, if it makes sense. */
final class Offers {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration LONGEST_AGO = Duration.ofDays(365);

    private Offers() {}

    /** @throws Problem 400 saying what is wrong */
    static Auction auction(
            String id, String sellerId, NewAuction offer, long version, AuctionSettings settings, Instant now) {
        if (offer.title().isBlank()) {
            throw invalid("title is blank");
        }
        Prices.checkCurrency(offer.currency());
        Prices.checkAmount("startPriceMinor", offer.startPriceMinor());
        checkOptional("reserveMinor", offer.reserveMinor(), offer.startPriceMinor());
        checkOptional("buyNowMinor", offer.buyNowMinor(), offer.startPriceMinor());
        if (offer.buyNowMinor() != null && offer.reserveMinor() != null && offer.buyNowMinor() < offer.reserveMinor()) {
            throw invalid("buyNowMinor is less than reserveMinor");
        }
        Instant startsAt = offer.startsAt() == null ? now : offer.startsAt().truncatedTo(ChronoUnit.MILLIS);
        Instant endAt = offer.endAt().truncatedTo(ChronoUnit.MILLIS);
        if (!endAt.isAfter(now) || !endAt.isAfter(startsAt)) {
            throw invalid("endAt is not after the start");
        }
        if (endAt.isAfter(now.plus(LONGEST))) {
            throw invalid("endAt is more than " + LONGEST.toDays() + " days from now");
        }
        if (startsAt.isBefore(now.minus(LONGEST_AGO))) {
            throw invalid("startsAt is more than " + LONGEST_AGO.toDays() + " days ago");
        }
        Bidding rules =
                new Bidding(offer.currency(), offer.startPriceMinor(), offer.reserveMinor(), offer.buyNowMinor());
        return new Auction(
                id,
                sellerId,
                new Auction.Lot(offer.title().strip(), offer.description(), offer.image()),
                rules,
                new Auction.Times(startsAt, endAt, endAt.plus(settings.maxExtension())),
                startsAt.isAfter(now) ? Auction.Status.SCHEDULED : Auction.Status.LIVE,
                null,
                Boolean.TRUE.equals(offer.byInvitation()),
                rules.opening(),
                false,
                version);
    }

    private static void checkOptional(String name, @Nullable Long amount, long least) {
        if (amount != null) {
            Prices.checkAmount(name, amount);
            if (amount < least) {
                throw invalid(name + " is less than startPriceMinor");
            }
        }
    }

    private static Problem invalid(String message) {
        return Problem.malformed("invalid", message);
    }
}
