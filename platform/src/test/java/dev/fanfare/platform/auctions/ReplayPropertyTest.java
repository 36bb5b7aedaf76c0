package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules against a second, naive way to say the same: let the bidders' maxima bid against each other one by one. */
class ReplayPropertyTest {
    private static final int BIDS = 60;
    private static final int SEEDS = 400;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    private static Bidding rules(Random random) {
        long start = 1L + random.nextInt(3000);
        Long reserve = random.nextBoolean() ? start + random.nextInt(5000) : null;
        return new Bidding(List.of("EUR", "JPY", "KWD").get(random.nextInt(3)), start, reserve, null);
    }

    private static List<LoggedBid> log(Random random, Bidding rules, double voidShare) {
        List<LoggedBid> log = new ArrayList<>();
        Bidding.Standing standing = rules.opening();
        for (int i = 0; i < BIDS; i++) {
            long around = rules.minimum(standing) - 20 + random.nextInt(600);
            long amount = Math.max(1, around);
            long max = amount + (random.nextBoolean() ? 0 : random.nextInt(3000));
            Bidding.Bid bid = new Bidding.Bid("user" + random.nextInt(4), amount, max, false);
            if (rules.apply(standing, bid) instanceof Bidding.Accepted accepted) {
                standing = accepted.standing();
                log.add(new LoggedBid(
                        1 + 2L * log.size(), bid, Instant.EPOCH, random.nextDouble() < voidShare, null, null, null));
            }
        }
        return log;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReplayStandsWhereTheNaiveAuctioneerDoes(long seed) {
        Random random = new Random(seed);
        Bidding rules = rules(random);
        List<LoggedBid> log = log(random, rules, seed % 2 == 0 ? 0 : 0.3);

        Auctioneer auctioneer = new Auctioneer(rules);
        log.stream().filter(bid -> !bid.isVoid()).forEach(bid -> auctioneer.hear(bid.bid()));

        assertThat(AuctionReplay.of(rules, log).standing()).isEqualTo(auctioneer.standing());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsBidThePriceNeverFallsAndNeverExceedsTheMaximumOfTheLeader(long seed) {
        Random random = new Random(seed);
        Bidding rules = rules(random);
        Bidding.Standing before = rules.opening();
        for (LoggedBid logged : log(random, rules, 0)) {
            Bidding.Accepted accepted = (Bidding.Accepted) rules.apply(before, logged.bid());
            Bidding.Standing after = accepted.standing();
            boolean isShown = accepted.shown() != null;
            assertThat(after.price()).isBetween(before.price(), after.leaderMax());
            assertThat(after.count()).isEqualTo(before.count() + (isShown ? 1 : 0));
            if (isShown && before.leader() != null) {
                assertThat(after.price()).isGreaterThan(before.price());
            }
            if (!Objects.equals(after.leader(), before.leader())) {
                assertThat(after.leaderMax()).isGreaterThan(before.leaderMax());
            }
            before = after;
        }
    }

    /** Keeps everybody's maximum and derives the price from all of them each time. */
    private static final class Auctioneer {
        private record Rival(String name, long max, int since) {}

        private final Bidding rules;
        private final List<Rival> rivals = new ArrayList<>();
        private long price;
        private int count;
        private int time;

        Auctioneer(Bidding rules) {
            this.rules = rules;
            price = rules.startPrice();
        }

        private @Nullable Rival leader() {
            return rivals.stream()
                    .max(Comparator.comparingLong(Rival::max)
                            .thenComparing(Comparator.comparingInt(Rival::since).reversed()))
                    .orElse(null);
        }

        private long oneMore(long amount) {
            return amount + Increments.at(amount, rules.currency());
        }

        void hear(Bidding.Bid bid) {
            Rival before = leader();
            long needed = before == null ? rules.startPrice() : oneMore(price);
            boolean isLeaders = before != null && before.name.equals(bid.bidder());
            if (isLeaders ? bid.max() <= before.max : bid.max() < needed) {
                return;
            }
            Rival own = rivals.stream()
                    .filter(rival -> rival.name.equals(bid.bidder()))
                    .findFirst()
                    .orElse(null);
            if (own == null || bid.max() > own.max) {
                rivals.remove(own);
                rivals.add(new Rival(bid.bidder(), bid.max(), time++));
            }
            long old = price;
            Rival leader = Objects.requireNonNull(leader());
            if (!isLeaders) {
                price = Math.max(needed, leader.name.equals(bid.bidder()) ? bid.amount() : 0);
                if (before != null) {
                    Rival second = leader == before ? new Rival(bid.bidder(), bid.max(), 0) : before;
                    price = Math.max(price, Math.min(oneMore(second.max), leader.max));
                }
                price = Math.min(price, leader.max);
            }
            if (rules.reserve() != null && leader.max >= rules.reserve()) {
                price = Math.max(price, rules.reserve());
            }
            if (!isLeaders || price != old) {
                count++;
            }
        }

        Bidding.Standing standing() {
            Rival leader = leader();
            return leader == null ? rules.opening() : new Bidding.Standing(price, leader.name, leader.max, count);
        }
    }
}
