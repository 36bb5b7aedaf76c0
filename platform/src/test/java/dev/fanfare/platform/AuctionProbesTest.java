package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have what of auctions: their channels, what is in the log, and what the routes tell. */
@OnEachDatabase
class AuctionProbesTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /** Of what is on each platform, made once. */
    private static final Map<RunningPlatform, Map<String, String>> IDS = new WeakHashMap<>();

    private final RunningPlatform platform;
    private final Map<String, String> ids;

    AuctionProbesTest(RunningPlatform platform) {
        this.platform = platform;
        ids = IDS.computeIfAbsent(platform, one -> new HashMap<>());
    }

    private Caller caller(String user) throws IOException, InterruptedException {
        return user.equals("nobody") ? platform.asNobody() : Callers.of(platform, user);
    }

    /** Ada sells one thing to whom she invited, Bob, and another to anybody. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (!ids.isEmpty()) {
            return;
        }
        ids.put("invited", auction(true));
        ids.put("open", auction(false));
    }

    private String auction(boolean byInvitation) throws IOException, InterruptedException {
        Answer answer = caller("ada")
                .post(
                        "/api/auctions",
                        "{\"title\":\"" + MARKUP
                                + "\",\"description\":\"\",\"currency\":\"EUR\",\"startPriceMinor\":1000,\"endAt\":\""
                                + Instant.now().plus(Duration.ofHours(1)) + "\",\"byInvitation\":" + byInvitation
                                + (byInvitation ? ",\"invited\":[\"bob\"]}" : "}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            private-auction-{invited},      ada,    200
            private-auction-{invited},      bob,    200
            private-auction-{invited},      cleo,   403
            private-auction-{invited},      eve,    403
            private-auction-{invited},      dan,    200
            private-auction-{invited},      nobody, 401
            private-auction-{open},         cleo,   200
            private-auction-{open},         nobody, 401
            private-auction-none,           ada,    403
            """)
    void whoMaySubscribe(String channel, String user, int status) throws IOException, InterruptedException {
        String name = filled(channel);
        Answer answer = caller(user)
                .post("/api/pusher/auth", "{\"socket_id\":\"1234.5678\",\"channel_name\":\"" + name + "\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().has("auth")).isEqualTo(status == 200);
        assertThat(caller(user).get("/api/realtime/events?channel=" + name).status())
                .isEqualTo(status);
        if (status != 200) {
            assertThat(caller(user).get("/api/realtime/sse?channels=" + name).status())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest(name = "{1} gets {0}: {2}")
    @CsvSource(textBlock = """
            /api/auctions/{invited},               bob,    200
            /api/auctions/{invited},               cleo,   404
            /api/auctions/{invited}/bids,          eve,    404
            /api/auctions/{invited},               nobody, 401
            /api/auctions/none,                    ada,    404
            """)
    void whatIsNotYoursIsNotThere(String path, String user, int status) throws IOException, InterruptedException {
        Answer answer = caller(user).get(filled(path));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
            Answer none = caller(user).get(path.replaceFirst("\\{\\w+}", "none"));
            assertThat(none.json().path("detail")).isEqualTo(answer.json().path("detail"));
        }
    }

    @Test
    void nothingOfAnAuctionByInvitationIsOnThePublicChannel() throws IOException, InterruptedException {
        Answer bid = caller("bob").post(filled("/api/auctions/{invited}/bids"), "{\"amountMinor\":1000}");
        assertThat(bid.status()).as(bid.body()).isEqualTo(201);

        String log = "/api/realtime/events?after=0&channel=";
        assertThat(caller("bob")
                        .get(log + filled("private-auction-{invited}"))
                        .json()
                        .path("events")
                        .isEmpty())
                .isFalse();
        assertThat(caller("nobody")
                        .get(log + filled("auction-{invited}"))
                        .json()
                        .path("events")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void othersChangeNothing() throws IOException, InterruptedException {
        assertThat(caller("cleo")
                        .post(filled("/api/auctions/{open}/cancel"), "")
                        .status())
                .isIn(403, 404);
        assertThat(caller("cleo")
                        .post(filled("/api/auctions/{open}/bids/1/retract"), "")
                        .status())
                .isIn(403, 404);
        assertThat(caller("cleo")
                        .post(filled("/api/auctions/{invited}/bids"), "{\"amountMinor\":2000}")
                        .status())
                .isEqualTo(404);
        assertThat(caller("cleo")
                        .post(filled("/api/auctions/{invited}/buy"), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void markupInATitleStaysText() throws IOException, InterruptedException {
        Answer auction = caller("ada").get(filled("/api/auctions/{open}"));

        assertThat(auction.header("Content-Type")).startsWith("application/json");
        assertThat(auction.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(auction.json().path("title").asString()).isEqualTo(MARKUP);
    }

    @Test
    void biddingHasALimit() throws IOException, InterruptedException {
        Answer last = caller("eve").get("/api/time");
        for (int i = 0; i < 400 && last.status() != 429; i++) {
            last = caller("eve").post("/api/auctions/none/bids", "{\"amountMinor\":1000}");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }
}
