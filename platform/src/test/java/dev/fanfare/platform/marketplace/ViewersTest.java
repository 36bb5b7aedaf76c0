package dev.fanfare.platform.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Those who look at the same product or category, or search the same. */
@OnEachDatabase
class ViewersTest {
    private static final int MOST = 100;

    private final RunningPlatform platform;
    private final Market market;

    ViewersTest(RunningPlatform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    private JsonNode members(String channel) throws IOException, InterruptedException {
        try (TestClient client = platform.client()) {
            Caller dan = market.as("dan");
            String auth = dan.post(
                            "/api/pusher/auth",
                            "{\"socket_id\":\"" + client.socketId() + "\",\"channel_name\":\"" + channel + "\"}")
                    .body();
            client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                    + auth.replaceFirst("\\{", "{\"channel\":\"" + channel + "\",") + "}");
            return client.await("pusher_internal:subscription_succeeded")
                    .dataJson()
                    .path("presence");
        }
    }

    @Test
    void manyPagesOfOnePersonAreOneViewerWhoShowsANameAndAPicture() throws IOException, InterruptedException {
        String channel = "presence-product-" + market.offer("Looked at", 1);
        try (TestClient his = platform.client();
                TestClient hisOther = platform.client();
                TestClient hers = platform.client()) {
            market.as("bob").subscribe(his, channel);
            market.as("bob").subscribe(hisOther, channel);
            market.as("cleo").subscribe(hers, channel);

            JsonNode presence = members(channel);

            assertThat(presence.path("count").asInt()).isEqualTo(3);
            assertThat(presence.path("ids").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrder("bob", "cleo", "dan");
            assertThat(presence.path("hash").path("bob").toString())
                    .isEqualTo("{\"name\":\"Bob Buyer\",\"avatar\":null}");
        }
    }

    @Test
    void searchesThatAreTheSameToPeopleMeetAndThoseOfOtherTenantsDoNot() throws IOException, InterruptedException {
        String key = searchKey("bob", "Red Dress ");

        assertThat(key).startsWith("org_123.").doesNotContainIgnoringCase("dress");
        assertThat(searchKey("cleo", "red  dress")).isEqualTo(key);
        assertThat(searchKey("cleo", "red dress#\u00fc")).isNotEqualTo(key).matches("[A-Za-z0-9_=@,.;-]+");
        assertThat(searchKey("eve", "Red Dress ")).startsWith("org_999.");
        try (TestClient his = platform.client()) {
            market.as("bob").subscribe(his, "presence-search-" + key);
            assertThat(members("presence-search-" + key).path("count").asInt()).isEqualTo(2);
        }
    }

    private String searchKey(String who, String query) throws IOException, InterruptedException {
        return market.see(who, "/api/products?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("searchKey")
                .asString();
    }

    @Test
    void whoSearchesForNothingHasNoKey() throws IOException, InterruptedException {
        assertThat(market.see("bob", "/api/products?q=%20").path("searchKey").isNull())
                .isTrue();
        assertThat(market.see("bob", "/api/products").path("searchKey").isNull())
                .isTrue();
    }

    /** Pages say that there are more than a hundred then. */
    @Test
    void whoComesAfterAHundredIsToldThatTheChannelIsFull() throws IOException, InterruptedException {
        String channel = "presence-product-" + market.offer("Looked at by all", 1);
        List<TestClient> viewers = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                TestClient viewer = platform.client();
                viewers.add(viewer);
                subscribe(viewer, channel, "viewer" + i);
                viewer.await("pusher_internal:subscription_succeeded");
            }
            TestClient late = platform.client();
            viewers.add(late);
            subscribe(late, channel, "late");

            ReceivedFrame refused = RunningPlatform.heard(late, "pusher:subscription_error");
            assertThat(refused.channel()).isEqualTo(channel);
            assertThat(refused.dataJson().path("error").asString()).contains("full", "" + MOST);
            TestClient second = platform.client();
            viewers.add(second);
            subscribe(second, channel, "viewer7");
            assertThat(second.await("pusher_internal:subscription_succeeded")
                            .dataJson()
                            .path("presence")
                            .path("count")
                            .asInt())
                    .isEqualTo(MOST);
        } finally {
            for (TestClient viewer : viewers) {
                viewer.close();
            }
        }
    }

    private void subscribe(TestClient client, String channel, String user) {
        String auth = platform.bean(RealtimeService.class)
                .authorizeChannel(client.socketId(), channel, new Member(user, Map.of("name", user)));
        client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                + auth.replaceFirst("\\{", "{\"channel\":\"" + channel + "\",") + "}");
    }
}
