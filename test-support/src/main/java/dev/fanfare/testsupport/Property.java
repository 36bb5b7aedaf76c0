package dev.fanfare.testsupport;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A claim checked against many generated cases. Each case gets a generator of its own seed; the seed of a failing case is in
 * the failure's message, and {@code -Dproperty.seed=N} runs that case alone.
 *
 * <pre>{@code Property.check(1_000, random -> {
 *     String name = channelName(random);
 *     assertThat(ChannelName.parse(name).toString()).isEqualTo(name);
 * });}</pre>
 */
public final class Property {
    private static final String SEED = "property.seed";

    private Property() {}

    /** The claim: throws if it does not hold for what it draws from the generator. */
    @FunctionalInterface
    public interface Case {
        void check(RandomGenerator random) throws Throwable;
    }

    /**
     * Runs the claim for {@code cases} seeds, other ones on each run.
     *
     * @throws AssertionError at the first case that does not hold, with its seed and the failure as cause
     */
    public static void check(int cases, Case claim) {
        Long fixed = Long.getLong(SEED);
        if (fixed != null) {
            checkOne(fixed, claim);
            return;
        }
        var seeds = new SplittableRandom();
        for (int i = 0; i < cases; i++) {
            checkOne(seeds.nextLong(), claim);
        }
    }

    private static void checkOne(long seed, Case claim) {
        try {
            claim.check(new SplittableRandom(seed));
        } catch (Throwable failure) {
            throw new AssertionError(
                    "does not hold for seed " + seed + " (again: -D" + SEED + "=" + seed + "): " + failure.getMessage(),
                    failure);
        }
    }
}
