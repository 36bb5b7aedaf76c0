package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.auctions.Bidding.Accepted;
import dev.fanfare.platform.auctions.Bidding.AlreadyLeading;
import dev.fanfare.platform.auctions.Bidding.Bid;
import dev.fanfare.platform.auctions.Bidding.NotForSale;
import dev.fanfare.platform.auctions.Bidding.Result;
import dev.fanfare.platform.auctions.Bidding.Standing;
import dev.fanfare.platform.auctions.Bidding.TooLow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BiddingTest {
    private static final Bidding PLAIN = rules(null, null);

    private Standing standing = PLAIN.opening();

    private static Bidding rules(@Nullable Long reserve, @Nullable Long buyNow) {
        return new Bidding("EUR", 10_00, reserve, buyNow);
    }

    private Result bid(Bidding rules, String who, long amount, long max) {
        Result result = rules.apply(standing, new Bid(who, amount, max, false));
        if (result instanceof Accepted accepted) {
            standing = accepted.standing();
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 1, 5",
        "EUR, 99, 5",
        "EUR, 100, 25",
        "EUR, 2499, 50",
        "EUR, 2500, 100",
        "EUR, 500000, 10000",
        "EUR, 99999999, 10000",
        "JPY, 3000, 100",
        "KWD, 1000, 250",
        "KWD, 25000, 1000",
    })
    void theIncrementGrowsWithThePrice(String currency, long price, long increment) {
        assertThat(Increments.at(price, currency)).isEqualTo(increment);
    }

    @Test
    void theFirstBidNeedsTheStartPriceAndTheNextOneIncrementMore() {
        assertThat(bid(PLAIN, "bob", 9_99, 9_99)).isEqualTo(new TooLow(10_00));
        bid(PLAIN, "bob", 10_00, 10_00);

        assertThat(bid(PLAIN, "cleo", 10_49, 10_49)).isEqualTo(new TooLow(10_50));
        bid(PLAIN, "cleo", 10_50, 10_50);
        assertThat(standing).isEqualTo(new Standing(10_50, "cleo", 10_50, 2));
    }

    @Test
    void thePriceIsOneIncrementAboveWhatTheSecondWouldPay() {
        bid(PLAIN, "bob", 10_00, 20_00);
        assertThat(standing.price()).isEqualTo(10_00);

        assertThat(bid(PLAIN, "cleo", 10_50, 15_00))
                .isEqualTo(new Accepted(new Standing(15_50, "bob", 20_00, 2), 15_00L, 15_50L));
        assertThat(bid(PLAIN, "cleo", 16_00, 90_00))
                .isEqualTo(new Accepted(new Standing(20_50, "cleo", 90_00, 3), 20_50L, null));
    }

    @Test
    void whoBidsMoreThanNeededPaysIt() {
        bid(PLAIN, "bob", 10_00, 20_00);
        bid(PLAIN, "cleo", 50_00, 60_00);

        assertThat(standing).isEqualTo(new Standing(50_00, "cleo", 60_00, 2));
    }

    @Test
    void nobodyIsMadeToPayMoreThanTheirMaximum() {
        bid(PLAIN, "bob", 10_00, 20_00);
        bid(PLAIN, "cleo", 10_50, 20_10);
        assertThat(standing.price()).isEqualTo(20_10);

        bid(PLAIN, "bob", 20_60, 20_60);
        bid(PLAIN, "cleo", 21_10, 30_00);
        bid(PLAIN, "bob", 21_60, 29_90);
        assertThat(standing.price()).isEqualTo(30_00);
    }

    @Test
    void aTieGoesToTheEarlier() {
        bid(PLAIN, "bob", 10_00, 20_00);
        bid(PLAIN, "cleo", 20_00, 20_00);

        assertThat(standing).isEqualTo(new Standing(20_00, "bob", 20_00, 2));
    }

    @Test
    void leadersRaiseTheirMaximumWithoutAnybodySeeingIt() {
        bid(PLAIN, "bob", 10_00, 20_00);

        assertThat(bid(PLAIN, "bob", 10_50, 30_00))
                .isEqualTo(new Accepted(new Standing(10_00, "bob", 30_00, 1), null, null));
        assertThat(bid(PLAIN, "bob", 10_50, 30_00)).isEqualTo(new AlreadyLeading());
    }

    @Test
    void aMaximumThatReachesTheReserveJumpsToIt() {
        Bidding rules = rules(40_00L, null);
        bid(rules, "bob", 10_00, 39_99);
        assertThat(standing.price()).isEqualTo(10_00);
        assertThat(rules.reserveMet(standing)).isFalse();

        assertThat(bid(rules, "bob", 10_00, 40_00))
                .isEqualTo(new Accepted(new Standing(40_00, "bob", 40_00, 2), 40_00L, null));
        assertThat(rules.reserveMet(standing)).isTrue();
        bid(rules, "cleo", 41_00, 80_00);
        assertThat(standing.price()).isEqualTo(41_00);
    }

    @Test
    void itCanBeBoughtAtOnceOnlyBeforeTheFirstBid() {
        Bidding rules = rules(null, 70_00L);
        Bid buy = new Bid("cleo", 0, 0, true);
        assertThat(rules.apply(rules.opening(), buy))
                .isEqualTo(new Accepted(new Standing(70_00, "cleo", 70_00, 1), 70_00L, null));
        assertThat(PLAIN.apply(PLAIN.opening(), buy)).isEqualTo(new NotForSale());

        bid(rules, "bob", 10_00, 10_00);
        assertThat(rules.apply(standing, buy)).isEqualTo(new NotForSale());
    }
}
