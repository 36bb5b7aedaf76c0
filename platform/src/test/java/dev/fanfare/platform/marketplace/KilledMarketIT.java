package dev.fanfare.platform.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.PlatformProcess;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KilledMarketIT {
    private static final List<String> BUYERS = List.of("bob", "cleo", "dan");
    private static final int ENOUGH = 60;
    private static final int PIECES = 1000;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();

    @TempDir
    Path directory;

    @Test
    void everyOrderThatIsThereAfterThePlatformIsKilledHasItsPieceAndIsToldOnce()
            throws IOException, InterruptedException {
        String url = PlatformProcess.databaseIn(directory);
        String product;
        try (RunningPlatform platform = RunningPlatform.start(url)) {
            product = new Market(platform).offer("A thousand stools", PIECES);
        }
        try (PlatformProcess process = PlatformProcess.start(url)) {
            List<Thread> buyers = new ArrayList<>();
            for (String buyer : BUYERS) {
                String token = process.token(buyer);
                buyers.add(Thread.ofPlatform().start(() -> orderUntilItIsGone(process, product, token)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> accepted.size() >= ENOUGH);
            process.kill();
            for (Thread buyer : buyers) {
                buyer.join();
            }
        }

        try (RunningPlatform platform = RunningPlatform.start(url)) {
            Set<String> kept = new HashSet<>(platform.bean(JdbcClient.class)
                    .sql("select id from product_order where product_id = ?")
                    .param(product)
                    .query((row, number) -> row.getString(1))
                    .list());
            assertThat(kept).containsAll(accepted);
            Market market = new Market(platform);
            assertThat(market.stock(product)).isEqualTo(PIECES - kept.size());
            await().untilAsserted(() -> assertThat(told(market)).containsAll(kept));
            assertThat(told(market)).doesNotHaveDuplicates();
        }
    }

    private void orderUntilItIsGone(PlatformProcess process, String product, String token) {
        try {
            while (true) {
                String order = "{\"quantity\":1,\"clientId\":\"order-" + sent.incrementAndGet() + "\"}";
                HttpResponse<String> answer = process.post(token, "/api/products/" + product + "/orders", order);
                if (answer.statusCode() == 201) {
                    accepted.add(PlatformProcess.json(answer).path("id").asString());
                }
            }
        } catch (IOException e) {
            // it is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those of which the tenant has heard. */
    private static List<String> told(Market market) throws IOException, InterruptedException {
        return market.see("bob", "/api/realtime/events?after=0&channel=private-tenant-org_123")
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("order:created"))
                .map(event -> event.path("data").path("orderId").asString())
                .toList();
    }
}
