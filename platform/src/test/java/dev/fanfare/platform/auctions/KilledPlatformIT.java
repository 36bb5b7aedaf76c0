package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.PlatformProcess;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KilledPlatformIT {
    private static final List<String> BIDDERS = List.of("bob", "cleo", "dan", "eve");
    private static final int ENOUGH = 60;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();

    @TempDir
    Path directory;

    @Test
    void everyBidThatWasAnsweredIsThereAfterThePlatformIsKilled() throws IOException, InterruptedException {
        String url = PlatformProcess.databaseIn(directory);
        String id;
        try (PlatformProcess process = PlatformProcess.start(url)) {
            id = open(process);
            List<Thread> bidders = new ArrayList<>();
            for (String bidder : BIDDERS) {
                String token = process.token(bidder);
                bidders.add(Thread.ofPlatform().start(() -> bidUntilItIsGone(process, id, token)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> accepted.size() >= ENOUGH);
            process.kill();
            for (Thread bidder : bidders) {
                bidder.join();
            }
        }

        try (RunningPlatform platform = RunningPlatform.start(url)) {
            Seller seller = new Seller(platform);
            Set<String> logged = new HashSet<>(platform.bean(JdbcClient.class)
                    .sql("select client_id from auction_bid where auction_id = ?")
                    .param(id)
                    .query((row, number) -> row.getString(1))
                    .list());
            assertThat(logged).containsAll(accepted);
            assertThat(logged.size()).isLessThanOrEqualTo(accepted.size() + BIDDERS.size());
            assertThat(seller.auction(id).standing()).isEqualTo(seller.replayed(id));
            assertThat(placed(seller, id))
                    .isEqualTo(seller.auction(id).standing().count());
        }
    }

    private static String open(PlatformProcess process) throws IOException, InterruptedException {
        String offer = "{\"title\":\"A lamp\",\"description\":\"\",\"currency\":\"EUR\",\"startPriceMinor\":1000,"
                + "\"endAt\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"}";
        return PlatformProcess.json(process.post(process.token("ada"), "/api/auctions", offer))
                .path("id")
                .asString();
    }

    private void bidUntilItIsGone(PlatformProcess process, String id, String token) {
        try {
            while (true) {
                int number = sent.incrementAndGet();
                String clientId = "bid-" + number;
                String bid = "{\"confirmed\":true,\"clientId\":\"" + clientId + "\",\"amountMinor\":"
                        + (1000 + 300 * number) + "}";
                if (process.post(token, "/api/auctions/" + id + "/bids", bid).statusCode() == 201) {
                    accepted.add(clientId);
                }
            }
        } catch (IOException e) {
            // it is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long placed(Seller seller, String id) throws IOException, InterruptedException {
        return seller.as("bob")
                .get("/api/realtime/events?after=0&channel=auction-" + id)
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("bid-placed"))
                .count();
    }
}
