package dev.fanfare.platform.marketplace;

import static dev.fanfare.platform.marketplace.Market.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class ConcurrentOrdersTest {
    private static final int ORDERS = 50;
    private static final int PIECES = 10;
    private static final List<String> BUYERS = List.of("bob", "cleo", "dan");

    private final Market market;

    ConcurrentOrdersTest(RunningPlatform platform) {
        market = new Market(platform);
    }

    private List<Answer> atOnce(List<Callable<Answer>> requests)
            throws IOException, InterruptedException, ExecutionException {
        for (String buyer : BUYERS) {
            market.as(buyer);
        }
        CyclicBarrier together = new CyclicBarrier(requests.size());
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (Callable<Answer> request : requests) {
                sent.add(threads.submit(() -> {
                    together.await();
                    return request.call();
                }));
            }
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void ofFiftyOrdersForTenPiecesTenAreTakenAndTheTenantHearsOfEachOnce()
            throws IOException, InterruptedException, ExecutionException {
        String product = market.offer("Ten stools", PIECES);
        List<Callable<Answer>> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            String buyer = BUYERS.get(i % BUYERS.size());
            orders.add(() -> market.order(buyer, product, 1));
        }

        List<Answer> answers = atOnce(orders);

        List<String> taken = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Market::id)
                .toList();
        assertThat(taken).hasSize(PIECES).doesNotHaveDuplicates();
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 409 && code(answer).equals("sold_out")))
                .hasSize(ORDERS - PIECES);
        assertThat(market.stock(product)).isZero();
        assertThat(Market.ids(market.see("ada", "/api/orders?role=seller&limit=" + PIECES)
                        .path("orders")))
                .containsExactlyInAnyOrderElementsOf(taken);
        await().untilAsserted(() -> assertThat(told()).containsAll(taken));
        assertThat(told()).doesNotHaveDuplicates();
    }

    private List<String> told() throws IOException, InterruptedException {
        return market.see("bob", "/api/realtime/events?after=0&channel=private-tenant-org_123")
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("order:created"))
                .map(event -> event.path("data").path("orderId").asString())
                .toList();
    }

    @Test
    void ordersForSeveralPiecesNeverTakeMoreThanThereAre()
            throws IOException, InterruptedException, ExecutionException {
        String product = market.offer("Seventeen stools", 17);
        List<Callable<Answer>> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String buyer = BUYERS.get(i % BUYERS.size());
            int quantity = 1 + i % 4;
            orders.add(() -> market.order(buyer, product, quantity));
        }

        List<Answer> answers = atOnce(orders);

        int taken = answers.stream()
                .filter(answer -> answer.status() == 201)
                .mapToInt(answer -> answer.json().path("quantity").asInt())
                .sum();
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(taken).isGreaterThan(17 - 4);
        assertThat(market.stock(product)).isEqualTo(17 - taken);
    }

    @Test
    void theSameOrderSentManyTimesAtOnceIsOne() throws IOException, InterruptedException, ExecutionException {
        List<String> products = List.of(market.offer("Sent often", 5), market.offer("Sent often, too", 5));
        List<Callable<Answer>> orders = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String path = "/api/products/" + products.get(i % products.size()) + "/orders";
            orders.add(() -> market.as("bob").post(path, "{\"quantity\":1,\"clientId\":\"often\"}"));
        }

        List<Answer> answers = atOnce(orders);

        assertThat(answers.stream().map(Answer::status).sorted().toList())
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(market.stock(products.get(0)) + market.stock(products.get(1)))
                .isEqualTo(9);
    }

    @RepeatedTest(5)
    void ofACancellationAndAShipmentAtOnceOneCounts() throws IOException, InterruptedException, ExecutionException {
        String product = market.offer("Wanted and not", 1);
        String order = market.ordered(product);

        List<Answer> answers = atOnce(List.of(
                () -> market.move("bob", order, "CANCELLED"),
                () -> market.move("ada", order, "SHIPPED"),
                () -> market.move("dan", order, "CANCELLED")));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(2);
        JsonNode ended = market.see("ada", "/api/orders/" + order);
        assertThat(ended.path("history").size()).isEqualTo(2);
        assertThat(market.stock(product))
                .isEqualTo(ended.path("status").asString().equals("CANCELLED") ? 1 : 0);
    }
}
