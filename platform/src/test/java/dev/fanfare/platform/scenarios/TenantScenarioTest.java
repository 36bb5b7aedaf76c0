package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a tenant is told, as Pusher's own clients hear it. */
class TenantScenarioTest {
    private static final String TENANT = "private-tenant-org_123";
    private static final String OTHER_TENANT = "private-tenant-org_999";
    private static final String BOB = "private-user-bob";
    private static final String CLEO = "private-user-cleo";
    private static final String EVE = "private-user-eve";
    private static final String[] EVENTS = {
        "notification", "alert", "order:created", "record:created", "system:reload", "end"
    };

    @ParameterizedTest
    @EnumSource
    void aTenantHearsAllThatIsForItOnceAndInOrderAndNobodyElseDoes(Database database)
            throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database);
                Witness bob = new Witness(platform.as("bob"));
                Witness cleo = new Witness(platform.as("cleo"));
                Witness eve = new Witness(platform.as("eve"))) {
            List<Heard> tenant = List.of(bob.follow(TENANT, EVENTS), cleo.follow(TENANT, EVENTS));
            List<Heard> users = List.of(bob.follow(BOB, EVENTS), cleo.follow(CLEO, EVENTS));
            Heard foreign = eve.follow(OTHER_TENANT, EVENTS);
            Heard stranger = eve.follow(EVE, EVENTS);
            eve.assertRefused(TENANT);
            EventPublisher publisher = platform.bean(EventPublisher.class);
            PusherServer pusher = PusherServer.create(publisher);

            pusher.triggerEvent(TENANT, "notification", Map.of("message", "New order", "orderId", "order_1"));
            assertAllHear(tenant, "notification", "\"orderId\":\"order_1\"");

            String order = order(platform.as("ada"), platform.as("cleo"));
            assertAllHear(tenant, "order:created", "{\"orderId\":\"" + order + "\",\"total\":4200}");

            platform.as("ada").post("/api/documents", "{\"title\":\"Packing list\"}");
            assertAllHear(tenant, "record:created", "\"title\":\"Packing list\"");

            publisher.publish(new ReloadRequested("org_123", new Reload("reload_1", "New version", 10)));
            assertAllHear(tenant, "system:reload", "\"id\":\"reload_1\"");

            assertThat(alertsOf(platform, users)).isEqualTo(twice(25));

            // Whatever had gone to a wrong channel, or twice, would have come before the end.
            pusher.triggerBatch(Stream.of(TENANT, OTHER_TENANT, BOB, CLEO, EVE)
                    .map(channel -> OutboundEvent.of(channel, "end", Map.of()))
                    .toList());
            assertAllHear(tenant, "end", "{");
            assertAllHear(users, "end", "{");
            assertAllHear(List.of(foreign, stranger), "end", "{");
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

    private static void assertAllHear(List<Heard> all, String event, String part) throws InterruptedException {
        for (Heard heard : all) {
            assertThat(heard.next(event).data()).contains(part);
        }
    }

    /** 25 events for each of two users at once, which no single request of the HTTP API may carry. */
    private static List<String> alertsOf(RunningPlatform platform, List<Heard> users) throws InterruptedException {
        List<OutboundEvent> alerts = IntStream.range(0, 25)
                .mapToObj(number -> OutboundEvent.of(List.of(BOB, CLEO), "alert", Map.of("message", "no. " + number)))
                .toList();
        PusherServer.create(platform.bean(RealtimeService.class))
                .triggerBatch(alerts)
                .toCompletableFuture()
                .join();
        List<String> told = new ArrayList<>();
        for (Heard heard : users) {
            for (int i = 0; i < alerts.size(); i++) {
                told.add(heard.next("alert").json().path("message").asString());
            }
        }
        return told;
    }

    private static List<String> twice(int count) {
        return IntStream.range(0, 2 * count)
                .mapToObj(number -> "no. " + number % count)
                .toList();
    }
}
