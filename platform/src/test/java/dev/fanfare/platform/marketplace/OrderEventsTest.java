package dev.fanfare.platform.marketplace;

import static dev.fanfare.platform.RunningPlatform.heard;
import static dev.fanfare.platform.marketplace.Market.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class OrderEventsTest {
    private final RunningPlatform platform;
    private final Market market;

    OrderEventsTest(RunningPlatform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            PAID                       | Your order for Brass "lamp" has been paid
            SHIPPED                    | Your order for Brass "lamp" has been shipped
            CANCELLED                  | Your order for Brass "lamp" has been cancelled
            SHIPPED,DELIVERED          | Your order for Brass "lamp" has been delivered
            SHIPPED,DELIVERED,REFUNDED | Your order for Brass "lamp" has been refunded
            """)
    void theBuyerIsToldInTheseWords(String way, String message) throws IOException, InterruptedException {
        String order = market.ordered(market.offer("Brass \\\"lamp\\\"", 1));
        String last = way.replaceFirst(".*,", "");
        for (String step : way.split(",", -1)) {
            market.move("ada", order, step);
        }

        JsonNode notification = notifications("bob", order).getFirst();

        assertThat(notification.path("title").asString()).isEqualTo("Order Update");
        assertThat(notification.path("message").asString()).isEqualTo(message);
        assertThat(notification.path("type").asString()).isEqualTo("order");
        assertThat(notification.path("metadata").path("orderId").asString()).isEqualTo(order);
        assertThat(notification.path("metadata").path("status").asString()).isEqualTo(last);
        assertThat(notification.path("metadata").path("url").asString()).isEqualTo("/orders/" + order);
        assertThat(notification.path("metadata").size()).isEqualTo(3);
    }

    /** Of one order, the newest first. */
    private List<JsonNode> notifications(String user, String order) throws IOException, InterruptedException {
        return market.see(user, "/api/notifications?limit=50")
                .path("data")
                .valueStream()
                .filter(notification -> notification
                        .path("metadata")
                        .path("orderId")
                        .asString("")
                        .equals(order))
                .toList();
    }

    private List<String> messages(String user, String order) throws IOException, InterruptedException {
        return notifications(user, order).stream()
                .map(notification -> notification.path("title").asString() + ": "
                        + notification.path("message").asString())
                .toList();
    }

    @Test
    void theOtherOneIsToldAndNobodyOfWhatTheyDidThemselves() throws IOException, InterruptedException {
        String product = market.offer("Spoons", 9);
        String order = id(market.order("bob", product, 3));
        assertThat(messages("ada", order)).containsExactly("New order: Bob Buyer has ordered 3 × Spoons");
        assertThat(messages("bob", order)).isEmpty();

        market.move("bob", order, "CANCELLED");
        assertThat(messages("ada", order)).startsWith("Order Update: The order for Spoons has been cancelled");
        assertThat(messages("bob", order)).isEmpty();

        String other = market.ordered(product);
        assertThat(messages("ada", other)).containsExactly("New order: Bob Buyer has ordered Spoons");
        market.move("dan", other, "PAID");
        assertThat(messages("ada", other)).startsWith("Order Update: The order for Spoons has been paid");
        assertThat(messages("bob", other)).containsExactly("Order Update: Your order for Spoons has been paid");
    }

    @Test
    void theBuyersBellRingsAtOnce() throws IOException, InterruptedException {
        String order = market.ordered(market.offer("A bell", 1));
        try (TestClient his = platform.client()) {
            market.as("bob").subscribe(his, "private-user-bob");

            market.move("ada", order, "SHIPPED");

            JsonNode told = heard(his, "notification").dataJson();
            assertThat(told.path("message").asString()).isEqualTo("Your order for A bell has been shipped");
            assertThat(told.path("metadata").path("status").asString()).isEqualTo("SHIPPED");
        }
    }

    @Test
    void theOrdersChannelTellsItsStatus() throws IOException, InterruptedException {
        String order = market.ordered(market.offer("Followed", 1));
        try (TestClient his = platform.client()) {
            market.as("bob").subscribe(his, "private-order-" + order);

            market.move("ada", order, "PAID");
            market.move("ada", order, "SHIPPED");

            JsonNode paid = heard(his, "order:status").dataJson();
            assertThat(paid.propertyNames()).containsExactlyInAnyOrder("orderId", "status", "changedAt");
            assertThat(paid.path("orderId").asString()).isEqualTo(order);
            assertThat(paid.path("status").asString()).isEqualTo("PAID");
            assertThat(paid.path("changedAt").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(heard(his, "order:status").dataJson().path("status").asString())
                    .isEqualTo("SHIPPED");
        }
    }

    @Test
    void theTenantHearsOfAnOrderAndAnotherTenantDoesNot() throws IOException, InterruptedException {
        String product = market.offer("Heard of", 2);
        try (TestClient cleos = platform.client();
                TestClient eves = platform.client()) {
            market.as("cleo").subscribe(cleos, "private-tenant-org_123");
            market.as("eve").subscribe(eves, "private-tenant-org_999");

            String order = id(market.order("bob", product, 2));

            JsonNode created = heard(cleos, "order:created").dataJson();
            assertThat(created.toString()).isEqualTo("{\"orderId\":\"" + order + "\",\"total\":5000}");
            assertThat(market.see("eve", "/api/realtime/events?after=0&channel=private-tenant-org_999")
                            .path("events")
                            .valueStream()
                            .map(event -> event.path("event").asString()))
                    .doesNotContain("order:created");
        }
    }
}
