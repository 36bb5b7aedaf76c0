package dev.fanfare.platform.marketplace;

import static dev.fanfare.platform.marketplace.Market.code;
import static dev.fanfare.platform.marketplace.Market.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every pair of statuses, by those who may move an order and those who may not. */
@OnEachDatabase
class OrderTransitionsTest {
    private static final Map<OrderStatus, Set<OrderStatus>> LEGAL = Map.of(
            OrderStatus.PENDING, Set.of(OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.CANCELLED),
            OrderStatus.PAID, Set.of(OrderStatus.SHIPPED, OrderStatus.REFUNDED),
            OrderStatus.SHIPPED, Set.of(OrderStatus.DELIVERED),
            OrderStatus.DELIVERED, Set.of(OrderStatus.REFUNDED),
            OrderStatus.CANCELLED, Set.of(),
            OrderStatus.REFUNDED, Set.of());

    private static final Map<OrderStatus, Set<OrderStatus>> BY_BUYER = Map.of(
            OrderStatus.PENDING, Set.of(OrderStatus.CANCELLED), OrderStatus.SHIPPED, Set.of(OrderStatus.DELIVERED));

    /** How an order gets so far. */
    private static final Map<OrderStatus, List<String>> WAYS = Map.of(
            OrderStatus.PENDING, List.of(),
            OrderStatus.PAID, List.of("PAID"),
            OrderStatus.SHIPPED, List.of("PAID", "SHIPPED"),
            OrderStatus.DELIVERED, List.of("SHIPPED", "DELIVERED"),
            OrderStatus.CANCELLED, List.of("CANCELLED"),
            OrderStatus.REFUNDED, List.of("PAID", "REFUNDED"));

    private final Market market;

    OrderTransitionsTest(RunningPlatform platform) {
        market = new Market(platform);
    }

    private String orderThatIs(OrderStatus status) throws IOException, InterruptedException {
        return orderThatIs(status, market.offer("A stool", 1));
    }

    private String orderThatIs(OrderStatus status, String product) throws IOException, InterruptedException {
        String order = market.ordered(product);
        for (String step : WAYS.get(status)) {
            assertThat(market.move("ada", order, step).status()).isEqualTo(200);
        }
        return order;
    }

    private JsonNode standing(String order) throws IOException, InterruptedException {
        return market.see("ada", "/api/orders/" + order);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotComeNextIsRefusedToEverybodyAndChangesNothing(OrderStatus from)
            throws IOException, InterruptedException {
        String order = orderThatIs(from);
        JsonNode before = standing(order);
        for (OrderStatus to : OrderStatus.values()) {
            for (String mover : List.of("ada", "dan", "bob")) {
                if (!LEGAL.get(from).contains(to)) {
                    Answer answer = market.move(mover, order, to.name());
                    assertThat(answer.status())
                            .as("%s: %s to %s", mover, from, to)
                            .isEqualTo(409);
                    assertThat(code(answer)).isEqualTo("invalid_transition");
                    assertThat(answer.json().path("status").asString()).isEqualTo(from.name());
                }
            }
            for (String stranger : List.of("cleo", "eve")) {
                assertForbidden(market.move(stranger, order, to.name()));
            }
        }
        assertThat(standing(order)).isEqualTo(before);
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("error").asString()).isEqualTo("Forbidden");
    }

    @ParameterizedTest
    @EnumSource
    void whatCanComeNextIsAllowedAndDone(OrderStatus from) throws IOException, InterruptedException {
        String product = market.offer("Stools", 20);
        for (OrderStatus to : LEGAL.get(from)) {
            for (String mover : List.of("ada", "dan", "bob")) {
                boolean may = !mover.equals("bob")
                        || BY_BUYER.getOrDefault(from, Set.of()).contains(to);
                String order = orderThatIs(from, product);
                assertThat(allowed(mover, order).contains(to.name())).isEqualTo(may);

                Answer answer = market.move(mover, order, to.name());

                if (may) {
                    assertThat(answer.status())
                            .as("%s: %s to %s", mover, from, to)
                            .isEqualTo(200);
                    assertThat(answer.json().path("order").path("status").asString())
                            .isEqualTo(to.name());
                } else {
                    assertForbidden(answer);
                    assertThat(standing(order).path("status").asString()).isEqualTo(from.name());
                }
            }
        }
    }

    private List<String> allowed(String who, String order) throws IOException, InterruptedException {
        return market.see(who, "/api/orders/" + order)
                .path("allowed")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1} of one piece are left")
    @CsvSource(delimiter = '|', textBlock = """
            CANCELLED                  | 1
            PAID,REFUNDED              | 1
            SHIPPED                    | 0
            SHIPPED,DELIVERED,REFUNDED | 0
            """)
    void piecesComeBackIfTheyHaveNeverLeft(String way, int left) throws IOException, InterruptedException {
        String product = market.offer("A stool", 1);
        String order = market.ordered(product);

        for (String step : way.split(",", -1)) {
            assertThat(market.move("ada", order, step).status()).isEqualTo(200);
        }

        assertThat(market.stock(product)).isEqualTo(left);
        assertThat(market.order("cleo", product, 1).status()).isEqualTo(left == 1 ? 201 : 409);
    }

    @Test
    void whoHasNothingToDoWithAnOrderDoesNotLearnWhetherThereIsOne() throws IOException, InterruptedException {
        String order = market.ordered(market.offer("A stool", 1));

        for (String stranger : List.of("cleo", "eve")) {
            Answer there = market.move(stranger, order, "SHIPPED");
            Answer none = market.move(stranger, "none", "SHIPPED");
            assertForbidden(there);
            assertThat(none.status()).isEqualTo(403);
            assertThat(none.json().path("detail")).isEqualTo(there.json().path("detail"));
        }
        assertThat(market.platform()
                        .asNobody()
                        .patch("/api/orders/" + order + "/status", "{\"status\":\"SHIPPED\"}", "")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\":null}", "{\"status\":\"LOST\"}", "{\"status\":\"\"}", "[]"})
    void aStatusThatIsNoneIsRefused(String json) throws IOException, InterruptedException {
        String order = id(market.order("bob", market.offer("A stool", 1), 1));

        assertThat(market.as("ada")
                        .patch("/api/orders/" + order + "/status", json, "")
                        .status())
                .isEqualTo(400);
    }
}
