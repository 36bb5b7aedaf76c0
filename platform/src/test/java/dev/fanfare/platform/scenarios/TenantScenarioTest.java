package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.scenarios.StockListener.Heard;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.PusherServer;
import dev.fanfare.sdk.systems.announcement.Reload;
import dev.fanfare.sdk.systems.tenant.ReloadRequested;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a tenant is told, as Pusher's own clients hear it. */
class TenantScenarioTest {
    private static final String TENANT = "private-tenant-org_123";
    private static final String OTHER_TENANT = "private-tenant-org_999";
    private static final String[] EVENTS = {
        "notification", "alert", "order:created", "record:created", "system:reload", "end"
    };

    @ParameterizedTest
    @EnumSource
    void aTenantHearsAllThatIsForItOnceAndInOrderAndNobodyElseDoes(Database database)
            throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database);
                StockListener bob = new StockListener(platform.as("bob"));
                StockListener cleo = new StockListener(platform.as("cleo"));
                StockListener eve = new StockListener(platform.as("eve"))) {
            assertThat(bob.subscribe(TENANT, EVENTS)).isEqualTo("subscribed");
            assertThat(bob.subscribe("private-user-bob", EVENTS)).isEqualTo("subscribed");
            assertThat(cleo.subscribe(TENANT, EVENTS)).isEqualTo("subscribed");
            assertThat(cleo.subscribe("private-user-cleo", EVENTS)).isEqualTo("subscribed");
            assertThat(eve.subscribe(TENANT, EVENTS)).isEqualTo("refused");
            assertThat(eve.subscribe(OTHER_TENANT, EVENTS)).isEqualTo("subscribed");
            assertThat(eve.subscribe("private-user-eve", EVENTS)).isEqualTo("subscribed");
            EventPublisher publisher = platform.bean(EventPublisher.class);
            PusherServer pusher = PusherServer.create(publisher);

            pusher.triggerEvent(TENANT, "notification", Map.of("message", "New order", "orderId", "order_1"));
            assertBothHear(bob, cleo, "notification", "\"orderId\":\"order_1\"");

            String order = order(platform.as("ada"), platform.as("cleo"));
            assertBothHear(bob, cleo, "order:created", "{\"orderId\":\"" + order + "\",\"total\":4200}");

            platform.as("ada").post("/api/documents", "{\"title\":\"Packing list\"}");
            assertBothHear(bob, cleo, "record:created", "\"title\":\"Packing list\"");

            publisher.publish(new ReloadRequested("org_123", new Reload("reload_1", "New version", 10)));
            assertBothHear(bob, cleo, "system:reload", "\"id\":\"reload_1\"");

            assertThat(alertsOf(platform, bob, cleo)).isEqualTo(twice(25));

            // Whatever had gone to a wrong channel, or twice, would have come before the end.
            pusher.broadcastToTenant("org_123", "end", Map.of());
            pusher.broadcastToTenant("org_999", "end", Map.of());
            assertBothHear(bob, cleo, "end", "{");
            assertThat(eve.next().event()).isEqualTo("end");
        }
    }

    /** One buys what the other sells: the order goes over the event bus. */
    private static String order(Caller seller, Caller buyer) throws IOException, InterruptedException {
        String category = json(seller.get("/api/categories"))
                .path("categories")
                .path(0)
                .path("id")
                .asString();
        String product = json(seller.post(
                        "/api/products",
                        "{\"title\":\"Brass lamp\",\"description\":\"It shines\",\"priceMinor\":2100,\"currency\":\"EUR\","
                                + "\"stock\":2,\"categoryId\":\"" + category + "\"}"))
                .path("id")
                .asString();
        return json(buyer.post("/api/products/" + product + "/orders", "{\"quantity\":2}"))
                .path("id")
                .asString();
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer.json();
    }

    private static void assertBothHear(StockListener one, StockListener other, String event, String part)
            throws InterruptedException {
        for (StockListener client : List.of(one, other)) {
            Heard heard = client.next();
            assertThat(heard.channel()).isEqualTo(TENANT);
            assertThat(heard.event()).isEqualTo(event);
            assertThat(heard.data()).contains(part);
        }
    }

    /** 25 events for each of two users at once, which no single request of the HTTP API may carry. */
    private static List<String> alertsOf(RunningPlatform platform, StockListener bob, StockListener cleo)
            throws InterruptedException {
        List<OutboundEvent> alerts = IntStream.range(0, 25)
                .mapToObj(number -> OutboundEvent.of(
                        List.of("private-user-bob", "private-user-cleo"), "alert", Map.of("message", "no. " + number)))
                .toList();
        PusherServer.create(platform.bean(RealtimeService.class))
                .triggerBatch(alerts)
                .toCompletableFuture()
                .join();
        List<String> heard = new ArrayList<>();
        for (StockListener client : List.of(bob, cleo)) {
            for (int i = 0; i < alerts.size(); i++) {
                heard.add(client.next().data());
            }
        }
        return heard;
    }

    private static List<String> twice(int count) {
        return IntStream.range(0, 2 * count)
                .mapToObj(number -> "{\"message\":\"no. " + number % count + "\"}")
                .toList();
    }
}
