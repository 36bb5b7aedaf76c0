package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may have what of auctions: their channels, what is in the log, and what the routes tell. */
@OnEachDatabase
class AuctionProbesTest {
    private final Probes probes;

    AuctionProbesTest(RunningPlatform platform) {
        probes = new Probes(platform);
    }

    /** Ada sells one thing to whom she invited, Bob, and another to anybody. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (probes.hasNone()) {
            probes.name("invited", auction(true));
            probes.name("open", auction(false));
        }
    }

    private Answer auction(boolean byInvitation) throws IOException, InterruptedException {
        return probes.caller("ada")
                .post(
                        "/api/auctions",
                        "{\"title\":\"" + Probes.MARKUP
                                + "\",\"description\":\"\",\"currency\":\"EUR\",\"startPriceMinor\":1000,\"endAt\":\""
                                + Instant.now().plus(Duration.ofHours(1)) + "\",\"byInvitation\":" + byInvitation
                                + (byInvitation ? ",\"invited\":[\"bob\"]}" : "}"));
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
        probes.assertHearing(channel, user, status);
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
        probes.assertSeeing(path, user, status);
    }

    @Test
    void nothingOfAnAuctionByInvitationIsOnThePublicChannel() throws IOException, InterruptedException {
        for (String name : List.of("invited", "open")) {
            Answer bid = probes.caller("bob")
                    .post(probes.filled("/api/auctions/{" + name + "}/bids"), "{\"amountMinor\":1000}");
            assertThat(bid.status()).as(bid.body()).isEqualTo(201);
        }

        assertThat(events("bob", "private-auction-{invited}")).isNotEmpty();
        assertThat(events("nobody", "auction-{open}")).isNotEmpty();
        assertThat(events("nobody", "auction-{invited}")).isEmpty();
    }

    private List<JsonNode> events(String user, String channel) throws IOException, InterruptedException {
        Answer log = probes.log(user, probes.filled(channel));
        assertThat(log.status()).as(log.body()).isEqualTo(200);
        return log.json().path("events").valueStream().toList();
    }

    @ParameterizedTest(name = "cleo does {0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            open/cancel          | ''                   | 404
            open/bids/1/retract  | ''                   | 403
            invited/bids         | {"amountMinor":2000} | 404
            invited/buy          | ''                   | 404
            """)
    void othersChangeNothing(String action, String json, int status) throws IOException, InterruptedException {
        String auction = probes.filled("/api/auctions/{" + action.replaceFirst("/", "}/"));
        JsonNode before = standing(auction);

        assertThat(probes.caller("cleo").post(auction, json).status()).isEqualTo(status);

        assertThat(standing(auction)).isEqualTo(before);
    }

    /** As its seller sees it. */
    private JsonNode standing(String action) throws IOException, InterruptedException {
        String auction = action.replaceFirst("(/api/auctions/[^/]+).*", "$1");
        ObjectNode standing = (ObjectNode) probes.caller("ada").get(auction).json();
        return standing.without("serverTime");
    }

    @Test
    void markupInATitleStaysText() throws IOException, InterruptedException {
        Answer auction = probes.caller("ada").get(probes.filled("/api/auctions/{open}"));

        Probes.assertIsData(auction);
        assertThat(auction.json().path("title").asString()).isEqualTo(Probes.MARKUP);
    }

    @Test
    void biddingHasALimit() throws IOException, InterruptedException {
        probes.assertLimit("eve", "/api/auctions/none/bids", "{\"amountMinor\":1000}");
    }
}
