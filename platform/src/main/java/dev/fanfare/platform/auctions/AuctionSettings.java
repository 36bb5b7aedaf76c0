package dev.fanfare.platform.auctions;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How auctions go: {@code platform.auctions.*}.
 *
 * @param visibility private if only those who are signed in may follow auctions
 * @param publicBidderIds whether bidders are named by their ids instead of a name for each auction
 * @param extendWindow a bid so shortly before the end puts it off
 * @param extendBy how long after such a bid an auction goes on
 * @param maxExtension how much later than planned an auction ends at most
 * @param endingSoon how long before the end bidders and watchers are told of it
 * @param bidsPerMinute how often one user may bid
 */
@ConfigurationProperties("platform.auctions")
record AuctionSettings(
        @DefaultValue("public") Visibility visibility,
        @DefaultValue("false") boolean publicBidderIds,
        @DefaultValue("PT2M") Duration extendWindow,
        @DefaultValue("PT2M") Duration extendBy,
        @DefaultValue("PT1H") Duration maxExtension,
        @DefaultValue("PT10M") Duration endingSoon,
        @DefaultValue("120") int bidsPerMinute) {
    /** @throws IllegalArgumentException naming the setting that is out of range */
    AuctionSettings {
        checkNotNegative("extend-window", extendWindow);
        checkNotNegative("extend-by", extendBy);
        checkNotNegative("max-extension", maxExtension);
        checkNotNegative("ending-soon", endingSoon);
        if (bidsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "platform.auctions.bids-per-minute is " + bidsPerMinute + ", expected at least 1");
        }
    }

    private static void checkNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "platform.auctions." + name + " is " + value + ", expected none below 0");
        }
    }

    /** Who may follow auctions that are not by invitation. */
    enum Visibility {
        PUBLIC,
        PRIVATE
    }

    /** When an auction ends after a bid. Never earlier than before. */
    Instant extended(Instant endAt, Instant maxEndAt, Instant bidAt) {
        if (bidAt.isBefore(endAt.minus(extendWindow))) {
            return endAt;
        }
        Instant later = bidAt.plus(extendBy);
        Instant capped = later.isAfter(maxEndAt) ? maxEndAt : later;
        return capped.isAfter(endAt) ? capped : endAt;
    }
}
