package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.marketplace.Market;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** From looking at a product to its delivery, as Pusher's own clients hear of it. */
class MarketplaceScenarioTest {
    @ParameterizedTest
    @EnumSource
    void buyersSeeEachOtherAndHearHowTheirOrdersGetOn(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database)) {
            Market market = new Market(platform);
            String product = market.offer("Brass lamp", 1);

            viewersAreCounted(market, product);

            try (Witness bobs = new Witness(market.as("bob"));
                    Witness cleos = new Witness(market.as("cleo"));
                    Witness eves = new Witness(market.as("eve"))) {
                Heard tenant = cleos.follow("private-tenant-org_123", "order:created");
                eves.assertRefused("private-tenant-org_123");
                Heard bell = bobs.follow("private-user-bob", "notification");

                String order = ordered(market, product);

                assertThat(tenant.next("order:created").data())
                        .isEqualTo("{\"orderId\":\"" + order + "\",\"total\":2500}");
                cleos.assertRefused("private-order-" + order);
                Heard course = bobs.follow("private-order-" + order, "order:status");
                ship(market, order);

                assertThat(course.next("order:status").json().path("status").asString())
                        .isEqualTo("SHIPPED");
                JsonNode notification = bell.next("notification").json();
                assertThat(notification.path("title").asString()).isEqualTo("Order Update");
                assertThat(notification.path("message").asString())
                        .isEqualTo("Your order for Brass lamp has been shipped");
                assertThat(notification.path("type").asString()).isEqualTo("order");
                assertThat(notification.path("metadata").path("orderId").asString())
                        .isEqualTo(order);
            }
        }
    }

    /** Two pages of Bob's are one person, also when one of them is closed. */
    private static void viewersAreCounted(Market market, String product) throws IOException, InterruptedException {
        String channel = "presence-product-" + product;
        try (Witness cleos = new Witness(market.as("cleo"))) {
            Heard viewers = cleos.follow(channel);
            Witness his = new Witness(market.as("bob"));
            try (Witness hisOther = new Witness(market.as("bob"))) {
                his.follow(channel);
                assertThat(viewers.next(Heard.JOINED).data()).isEqualTo("bob");
                hisOther.follow(channel);
                assertThat(cleos.members(channel)).containsExactlyInAnyOrder("bob", "cleo");
                assertThat(hisOther.members(channel)).containsExactlyInAnyOrder("bob", "cleo");
                his.close();
                hisOther.follow("private-user-bob");
                assertThat(cleos.members(channel)).containsExactlyInAnyOrder("bob", "cleo");
            }
            assertThat(viewers.next(Heard.LEFT).data()).isEqualTo("bob");
            assertThat(cleos.members(channel)).containsExactly("cleo");
        }
    }

    private static String ordered(Market market, String product) throws IOException, InterruptedException {
        Answer answer = market.as("bob").post("/api/products/" + product + "/orders", "{\"quantity\":1}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        Answer late = market.as("dan").post("/api/products/" + product + "/orders", "{\"quantity\":1}");
        assertThat(late.json().path("code").asString()).isEqualTo("sold_out");
        return answer.json().path("id").asString();
    }

    private static void ship(Market market, String order) throws IOException, InterruptedException {
        Caller ada = market.as("ada");
        String path = "/api/orders/" + order + "/status";
        assertThat(market.as("eve").patch(path, "{\"status\":\"SHIPPED\"}", "").status())
                .isEqualTo(403);
        Answer shipped = ada.patch(path, "{\"status\":\"SHIPPED\"}", "");
        assertThat(shipped.json().path("success").booleanValue()).isTrue();
        assertThat(shipped.json().path("order").path("buyer").path("id").asString())
                .isEqualTo("bob");
        assertThat(shipped.json().path("order").path("product").path("title").asString())
                .isEqualTo("Brass lamp");
        Answer back = ada.patch(path, "{\"status\":\"PENDING\"}", "");
        assertThat(back.status()).isEqualTo(409);
    }
}
