package dev.fanfare.platform.marketplace;

import static dev.fanfare.platform.marketplace.Market.code;
import static dev.fanfare.platform.marketplace.Market.id;
import static dev.fanfare.platform.marketplace.Market.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class OrdersTest {
    private final Market market;

    OrdersTest(RunningPlatform platform) {
        market = new Market(platform);
    }

    @Test
    void anOrderTakesItsPiecesAndKeepsWhatThingsWereCalledAndCost() throws IOException, InterruptedException {
        String product = market.offer("A stool, old name", 5);

        Answer answer = market.order("bob", product, 2);
        market.as("ada").patch("/api/products/" + product, "{\"title\":\"Dearer\",\"priceMinor\":9900}", "2");

        JsonNode order = market.see("bob", "/api/orders/" + id(answer));
        assertThat(order).isEqualTo(answer.json());
        assertThat(order.path("totalMinor").asLong()).isEqualTo(5000);
        assertThat(order.path("product").path("title").asString()).isEqualTo("A stool, old name");
        assertThat(order.path("product").path("id").asString()).isEqualTo(product);
        assertThat(order.path("buyer").toString())
                .isEqualTo("{\"id\":\"bob\",\"firstName\":\"Bob\",\"lastName\":\"Buyer\",\"imageUrl\":null,"
                        + "\"name\":\"Bob Buyer\"}");
        assertThat(order.path("seller").path("id").asString()).isEqualTo("ada");
        assertThat(order.path("status").asString()).isEqualTo("PENDING");
        assertThat(order.path("channel").asString()).isEqualTo("private-order-" + id(answer));
        assertThat(words(order.path("allowed"))).containsExactly("CANCELLED");
        assertThat(market.stock(product)).isEqualTo(3);
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void whatIsNotThereCannotBeOrdered() throws IOException, InterruptedException {
        String product = market.offer("The last", 1);

        Answer tooMany = market.order("bob", product, 2);
        market.ordered(product);
        Answer tooLate = market.order("cleo", product, 1);

        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(code(tooMany)).isEqualTo("sold_out");
        assertThat(tooMany.json().path("stock").asInt()).isEqualTo(1);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(code(tooLate)).isEqualTo("sold_out");
        assertThat(market.see("cleo", "/api/products/" + product).path("status").asString())
                .isEqualTo("sold_out");
    }

    @Test
    void nobodyOrdersTheirOwn() throws IOException, InterruptedException {
        Answer answer = market.order("ada", market.offer("My own", 1), 1);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("own_product");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"quantity\":0}", "{\"quantity\":-1}", "{\"quantity\":1001}"})
    void anOrderThatMakesNoSenseIsRefused(String json) throws IOException, InterruptedException {
        String product = market.offer("For nobody", 1);

        assertThat(market.as("bob")
                        .post("/api/products/" + product + "/orders", json)
                        .status())
                .isEqualTo(400);
        assertThat(market.stock(product)).isEqualTo(1);
    }

    @Test
    void theSameOrderAgainIsTheOneThatThereIs() throws IOException, InterruptedException {
        String product = market.offer("Sent twice", 5);
        String json = "{\"quantity\":2,\"clientId\":\"twice\"}";

        Answer first = market.as("bob").post("/api/products/" + product + "/orders", json);
        Answer again = market.as("bob").post("/api/products/" + product + "/orders", json);
        Answer hers = market.as("cleo").post("/api/products/" + product + "/orders", json);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(id(hers)).isNotEqualTo(id(first));
        assertThat(market.stock(product)).isEqualTo(1);
    }

    @Test
    void theHistorySaysWhoDidWhat() throws IOException, InterruptedException {
        String order = market.ordered(market.offer("Moved on", 1));
        market.move("ada", order, "SHIPPED");

        JsonNode answer = market.move("bob", order, "delivered").json();

        assertThat(answer.path("success").booleanValue()).isTrue();
        JsonNode delivered = answer.path("order");
        assertThat(delivered
                        .path("history")
                        .valueStream()
                        .map(step -> step.path("status").asString() + " "
                                + step.path("by").path("id").asString())
                        .toList())
                .containsExactly("PENDING bob", "SHIPPED ada", "DELIVERED bob");
        assertThat(delivered.path("version").asLong()).isEqualTo(3);
        assertThat(delivered.path("allowed").isEmpty()).isTrue();
        assertThat(words(market.see("ada", "/api/orders/" + order).path("allowed")))
                .containsExactly("REFUNDED");
    }

    @Test
    void listsHaveWhatOneHasBoughtOrSold() throws IOException, InterruptedException {
        String product = market.offer("Listed", 5);
        String his = market.ordered(product);
        String hers = id(market.order("cleo", product, 1));
        market.move("ada", hers, "PAID");

        assertThat(list("bob", "limit=1")).containsExactly(his);
        assertThat(list("bob", "role=seller")).isEmpty();
        assertThat(list("ada", "role=buyer")).isEmpty();
        assertThat(list("ada", "role=seller&limit=2")).containsExactly(hers, his);
        assertThat(list("ada", "role=seller&status=paid&limit=1")).containsExactly(hers);
        assertThat(list("ada", "status=SHIPPED")).doesNotContain(hers, his);
        assertThat(list("dan", "role=support&limit=2")).containsExactly(hers, his);
        assertThat(list("dan", "")).isEmpty();
        assertThat(list("eve", "")).isEmpty();
        String next = market.see("ada", "/api/orders?role=seller&limit=1")
                .path("next")
                .asString();
        assertThat(list("ada", "role=seller&limit=1&cursor=" + next)).containsExactly(his);
    }

    private List<String> list(String who, String query) throws IOException, InterruptedException {
        return ids(market.see(who, "/api/orders?" + query).path("orders"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"role=odd,400", "status=odd,400", "limit=101,400", "cursor=odd,400", "role=support,403"})
    void aListThatMakesNoSenseIsRefused(String query, int status) throws IOException, InterruptedException {
        assertThat(market.as("bob").get("/api/orders?" + query).status()).isEqualTo(status);
    }

    @Test
    void theConversationAboutAProductOrAnOrderIsFoundByThoseWhoHaveIt() throws IOException, InterruptedException {
        String product = market.offer("Talked about", 2);
        String order = market.ordered(product);
        String aboutProduct = conversation("bob", "product", product);
        String aboutOrder = conversation("bob", "order", order);
        assertThat(aboutProduct).isNotEqualTo(aboutOrder);

        assertThat(you("bob", product)).isEqualTo(aboutProduct);
        assertThat(you("cleo", product)).isEmpty();
        assertThat(you("ada", product)).isEmpty();
        for (String who : List.of("bob", "ada")) {
            assertThat(market.see(who, "/api/orders/" + order)
                            .path("conversationId")
                            .asString())
                    .isEqualTo(aboutOrder);
        }
        assertThat(market.see("dan", "/api/orders/" + order)
                        .path("conversationId")
                        .isNull())
                .isTrue();
    }

    private String conversation(String who, String type, String about) throws IOException, InterruptedException {
        return id(market.as(who)
                .post(
                        "/api/conversations",
                        "{\"participantId\":\"ada\",\"subject\":{\"type\":\"" + type + "\",\"id\":\"" + about
                                + "\",\"title\":\"x\"}}"));
    }

    private String you(String who, String product) throws IOException, InterruptedException {
        return market.see(who, "/api/products/" + product)
                .path("you")
                .path("conversationId")
                .asString("");
    }
}
