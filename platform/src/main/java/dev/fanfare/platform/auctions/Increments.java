package dev.fanfare.platform.auctions;

import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** By how much the next bid has to exceed the price: more, the higher it is. All in minor units. */
final class Increments {
    private static final int USUAL_DIGITS = 2;

    /** From a price on, in cents or in what is about as much. */
    private static final TreeMap<Long, Long> BANDS = new TreeMap<>(Map.of(
            0L, 5L,
            1_00L, 25L,
            5_00L, 50L,
            25_00L, 1_00L,
            100_00L, 2_50L,
            250_00L, 5_00L,
            500_00L, 10_00L,
            1_000_00L, 25_00L,
            2_500_00L, 50_00L,
            5_000_00L, 100_00L));

    private Increments() {}

    /** Currencies with thousandths have ten times as much; a unit of those without decimals is about a cent. */
    static long at(long price, String currency) {
        long scale = Currency.getInstance(currency).getDefaultFractionDigits() > USUAL_DIGITS ? 10 : 1;
        return BANDS.floorEntry(price / scale).getValue() * scale;
    }
}
