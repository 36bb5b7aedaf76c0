package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ConcurrentBidsTest {
    private static final int BIDS = 200;

    private final Seller seller;

    ConcurrentBidsTest(RunningPlatform platform) {
        seller = new Seller(platform);
    }

    /** The highest the most often, but in no order. */
    private List<Answer> bidAtOnce(String id) throws IOException, InterruptedException, ExecutionException {
        List<String> bidders = List.of("bob", "cleo", "dan", "eve");
        for (String bidder : bidders) {
            seller.as(bidder);
        }
        AtomicInteger next = new AtomicInteger();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Answer>> bids = new ArrayList<>();
            for (int i = 0; i < BIDS; i++) {
                String bidder = bidders.get(i % bidders.size());
                long beyond = i % 3 == 0 ? 300 : 0;
                bids.add(threads.submit(() -> {
                    long amount = 1000 + 100L * next.getAndIncrement();
                    return seller.bid(
                            bidder,
                            id,
                            "\"confirmed\":true,\"amountMinor\":" + amount + ",\"maxMinor\":" + (amount + beyond));
                }));
            }
            for (Future<Answer> bid : bids) {
                answers.add(bid.get());
            }
        }
        return answers;
    }

    @Test
    void bidsAtOnceEndWhereTheirLogSaysAndEachCountsOnce()
            throws IOException, InterruptedException, ExecutionException {
        String id = seller.open();

        List<Answer> answers = bidAtOnce(id);

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        List<Integer> told = seller.as("bob")
                .get("/api/realtime/events?after=0&channel=auction-" + id)
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("bid-placed"))
                .map(event -> event.path("data").path("pusherBidsCount").asInt())
                .toList();
        assertThat(told)
                .hasSizeGreaterThan(10)
                .isEqualTo(IntStream.rangeClosed(1, told.size()).boxed().toList());
        assertThat(seller.auction(id).standing()).isEqualTo(seller.replayed(id));
        assertThat(seller.auction(id).standing().count()).isEqualTo(told.size());
        long logged = seller.log(id).size();
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize((int) logged);
    }
}
