package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class AuctionsTest {
    /** Has a code as currencies have one, and no smallest unit. */
    private static final String GOLD = "\"currency\":\"XAU\"";

    private static final Duration HOUR = Duration.ofHours(1);

    private final RunningPlatform platform;
    private final Seller seller;

    AuctionsTest(RunningPlatform platform) {
        this.platform = platform;
        seller = new Seller(platform);
    }

    @Test
    void whoOpensAnAuctionSellsIt() throws IOException, InterruptedException {
        Answer answer = seller.offer(HOUR, "\"image\":\"data:image/png;base64,AA==\"");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode auction = answer.json();
        assertThat(answer.header("Location")).endsWith(auction.path("id").asString());
        assertThat(auction.path("status").asString()).isEqualTo("live");
        assertThat(auction.path("seller").path("name").asString()).isEqualTo("Ada Seller");
        assertThat(auction.path("you").path("isSeller").booleanValue()).isTrue();
        assertThat(auction.path("channel").asString())
                .isEqualTo("auction-" + auction.path("id").asString());
        assertThat(auction.path("serverTime").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(auction.path("leader").isNull()).isTrue();
        assertThat(seller.see("bob", auction.path("id").asString())
                        .path("you")
                        .path("isSeller")
                        .booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\":\" \"",
                "\"title\":\"\\u2003\"",
                GOLD,
                "\"currency\":\"QQQ\"",
                "\"currency\":\"eur\"",
                "\"startPriceMinor\":0",
                "\"startPriceMinor\":1000000000001",
                "\"reserveMinor\":999",
                "\"buyNowMinor\":999",
                "\"endAt\":\"2020-01-01T00:00:00Z\"",
                "\"endAt\":\"2999-01-01T00:00:00Z\"",
                "\"endAt\":null",
                "\"startsAt\":\"-100000-01-01T00:00:00Z\"",
                "\"image\":\"https://elsewhere.test/x.png\"",
                "\"image\":\"//elsewhere.test/x.png\"",
                "\"invited\":[\"bob\"]",
            })
    void anAuctionThatMakesNoSenseIsRefused(String field) throws IOException, InterruptedException {
        assertThat(seller.offer(HOUR, field).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=9223372036854775807.x", "cursor=.x", "cursor=1", "limit=101", "status=none"})
    void aListThatMakesNoSenseIsRefused(String query) throws IOException, InterruptedException {
        assertThat(seller.as("bob").get("/api/auctions?" + query).status()).isEqualTo(400);
    }

    /** H2 keeps it, PostgreSQL does not. */
    @Test
    void aCharacterThatTheDatabaseRefusesIsNoFailure() throws IOException, InterruptedException {
        assertThat(seller.as("bob").get("/api/auctions?q=a%00b").status()).isIn(200, 400);
        assertThat(seller.offer(HOUR, "\"description\":\"a\\u0000b\"").status()).isIn(201, 400);
    }

    @Test
    void nobodyWhoIsNotSignedInSeesThem() throws IOException, InterruptedException {
        String id = seller.open();
        for (String path : List.of("", "/" + id, "/" + id + "/bids")) {
            assertThat(platform.asNobody().get("/api/auctions" + path).status()).isEqualTo(401);
        }
        for (String path : List.of("/bids", "/buy", "/cancel", "/bids/1/retract")) {
            assertThat(platform.asNobody()
                            .post("/api/auctions/" + id + path, "{}")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void sellersChangeWhatNobodyHasBidIn() throws IOException, InterruptedException {
        String id = seller.open();
        String path = "/api/auctions/" + id;
        String version = seller.as("ada").get(path).header("ETag").replace("\"", "");

        Answer changed =
                seller.as("ada").patch(path, "{\"title\":\"A better lamp\",\"startPriceMinor\":2000}", version);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("title").asString()).isEqualTo("A better lamp");
        assertThat(changed.json().path("description").asString()).isEqualTo("It shines");
        assertThat(changed.json().path("nextMinimumMinor").asLong()).isEqualTo(2000);
        assertThat(changed.header("ETag"))
                .isEqualTo("\"" + changed.json().path("version").asLong() + "\"");
        assertThat(seller.as("ada").patch(path, "{\"title\":\"x\"}", version).status())
                .isEqualTo(412);
        assertThat(seller.as("ada").patch(path, "{\"title\":\"x\"}", "").status())
                .isEqualTo(400);
        String next = changed.json().path("version").asString();
        assertThat(seller.as("bob").patch(path, "{\"title\":\"x\"}", next).status())
                .isEqualTo(404);
        seller.bid("bob", id, 2000);
        String last = seller.see("ada", id).path("version").asString();
        Answer late = seller.as("ada").patch(path, "{\"title\":\"x\"}", last);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asString()).isEqualTo("has_bids");
    }

    @Test
    void sellersCancelWhatNobodyHasBidInAndAdministratorsWhatGoesOn() throws IOException, InterruptedException {
        String id = seller.open();
        String path = "/api/auctions/" + id + "/cancel";
        assertThat(seller.as("bob").post(path, "").status()).isEqualTo(404);
        seller.bid("bob", id, 1000);
        assertThat(seller.as("ada").post(path, "").status()).isEqualTo(409);

        Answer answer = seller.as("dan").post(path, "");

        assertThat(answer.json().path("status").asString()).isEqualTo("cancelled");
        assertThat(seller.bid("cleo", id, 2000).json().path("code").asString()).isEqualTo("auction_not_live");
        String own = seller.open();
        assertThat(seller.as("ada").post("/api/auctions/" + own + "/cancel", "").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsWatchedIsListedAndCounted() throws IOException, InterruptedException {
        String id = seller.open();
        String path = "/api/auctions/" + id + "/watch";
        assertThat(seller.as("cleo").put(path, "").status()).isEqualTo(204);
        assertThat(seller.as("cleo").put(path, "").status()).isEqualTo(204);

        assertThat(seller.see("bob", id).path("watchers").asLong()).isEqualTo(1);
        assertThat(seller.see("bob", id).path("you").path("isWatching").booleanValue())
                .isFalse();
        assertThat(ids(seller.as("cleo").get("/api/auctions?status=watching"))).containsExactly(id);
        assertThat(seller.as("cleo").delete(path).status()).isEqualTo(204);
        assertThat(ids(seller.as("cleo").get("/api/auctions?status=watching"))).isEmpty();
    }

    @Test
    void listsComeByPagesAndAreSearched() throws IOException, InterruptedException {
        String later = seller.open(
                "\"title\":\"100% Needle 2\"", "\"endAt\":\"" + Instant.now().plus(HOUR.multipliedBy(3)) + "\"");
        String sooner = seller.open("\"title\":\"100% needle 1\"");
        String planned = seller.open(
                "\"title\":\"100% needle 3\"", "\"startsAt\":\"" + Instant.now().plusSeconds(600) + "\"");
        String query = "/api/auctions?q=100%25%20NEEDLE&limit=1&status=live";

        Answer first = seller.as("bob").get(query);
        Answer second = seller.as("bob")
                .get(query + "&cursor=" + first.json().path("next").asString());

        assertThat(ids(first)).containsExactly(sooner);
        assertThat(ids(second)).containsExactly(later);
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(ids(seller.as("bob").get("/api/auctions?q=needle&status=scheduled")))
                .containsExactly(planned);
        assertThat(ids(seller.as("ada").get("/api/auctions?q=needle&status=mine")))
                .containsExactlyInAnyOrder(planned, sooner, later);
        assertThat(ids(seller.as("bob").get("/api/auctions?q=_____needle"))).isEmpty();
        assertThat(seller.as("bob").get("/api/auctions?status=odd").status()).isEqualTo(400);
        assertThat(seller.as("bob").get("/api/auctions?limit=101").status()).isEqualTo(400);
        assertThat(seller.as("bob").get("/api/auctions?cursor=odd").status()).isEqualTo(400);
    }

    @Test
    void anAuctionByInvitationIsNotThereForAnybodyElse() throws IOException, InterruptedException {
        String id = seller.open("\"title\":\"Velvet\"", "\"byInvitation\":true", "\"invited\":[\"bob\",\"bob\"]");
        String path = "/api/auctions/" + id;

        assertThat(seller.see("bob", id).path("channel").asString()).isEqualTo("private-auction-" + id);
        assertThat(seller.as("dan").get(path).status()).isEqualTo(200);
        assertThat(seller.as("cleo").get(path).status()).isEqualTo(404);
        assertThat(seller.as("cleo").get(path + "/bids").status()).isEqualTo(404);
        assertThat(seller.bid("cleo", id, 1000).status()).isEqualTo(404);
        assertThat(seller.as("cleo").post(path + "/buy", "").status()).isEqualTo(404);
        assertThat(seller.as("cleo").put(path + "/watch", "").status()).isEqualTo(404);
        assertThat(seller.as("cleo").delete(path + "/watch").status()).isEqualTo(404);
        assertThat(seller.as("cleo").post(path + "/cancel", "").status()).isEqualTo(404);
        assertThat(seller.as("cleo").post(path + "/bids/1/retract", "").status())
                .isEqualTo(404);
        assertThat(ids(seller.as("cleo").get("/api/auctions?q=velvet"))).isEmpty();
        assertThat(ids(seller.as("bob").get("/api/auctions?q=velvet"))).containsExactly(id);
        assertThat(seller.offer(HOUR, "\"byInvitation\":true", "\"invited\":[\"zed\"]")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("unknown_user");
    }

    @Test
    void theDemoHasAuctionsOfEachKind() throws IOException, InterruptedException {
        assertThat(ids(seller.as("eve").get("/api/auctions?q=radio&status=live")))
                .hasSize(1);
        assertThat(ids(seller.as("eve").get("/api/auctions?q=jazz&status=scheduled")))
                .hasSize(1);
        assertThat(ids(seller.as("eve").get("/api/auctions?q=clock&status=ended")))
                .hasSize(1);
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("auctions")
                .valueStream()
                .map(auction -> auction.path("id").asString())
                .toList();
    }
}
