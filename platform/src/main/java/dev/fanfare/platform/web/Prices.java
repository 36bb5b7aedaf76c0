package dev.fanfare.platform.web;

import java.util.Currency;

/** What people ask for things: an amount in the smallest unit of a currency. */
public final class Prices {
    /** Above what anything costs, and far from where JavaScript stops counting. */
    public static final long MOST_MINOR = 1_000_000_000_000L;

    private Prices() {}

    /** @throws Problem 400 if nobody pays with it */
    public static void checkCurrency(String code) {
        try {
            if (Currency.getInstance(code).getDefaultFractionDigits() >= 0) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // as for those that nobody pays with
        }
        throw Problem.malformed("invalid", "currency " + code + " is none that has a smallest unit");
    }

    /** @throws Problem 400 if nobody can pay so much, or so little */
    public static void checkAmount(String name, long amount) {
        if (amount < 1 || amount > MOST_MINOR) {
            throw Problem.malformed("invalid", name + " is " + amount + ", expected 1 to " + MOST_MINOR);
        }
    }
}
