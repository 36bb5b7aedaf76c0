package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Pictures;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to become different about an auction; null stays as it is. */
record AuctionChange(
        @Nullable @Size(min = 1, max = 120) String title,
        @Nullable @Size(max = 5000) String description,

        @Nullable @Size(max = Pictures.LONGEST) @Pattern(regexp = Pictures.ALLOWED)
        String image,

        @Nullable Long startPriceMinor,
        @Nullable Long reserveMinor,
        @Nullable Long buyNowMinor,
        @Nullable Instant startsAt,
        @Nullable Instant endAt) {
    /** What was wanted at first, with the changes. */
    NewAuction onto(Auction auction) {
        return new NewAuction(
                or(title, auction.lot().title()),
                or(description, auction.lot().description()),
                orNull(image, auction.lot().image()),
                auction.rules().currency(),
                or(startPriceMinor, auction.rules().startPrice()),
                orNull(reserveMinor, auction.rules().reserve()),
                orNull(buyNowMinor, auction.rules().buyNow()),
                or(startsAt, auction.times().startsAt()),
                or(endAt, auction.times().endAt()),
                auction.isByInvitation(),
                null);
    }

    private static <T> T or(@Nullable T changed, T before) {
        return changed == null ? before : changed;
    }

    private static <T> @Nullable T orNull(@Nullable T changed, @Nullable T before) {
        return changed == null ? before : changed;
    }
}
