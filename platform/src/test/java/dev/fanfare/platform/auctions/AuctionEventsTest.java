package dev.fanfare.platform.auctions;

import static dev.fanfare.platform.RunningPlatform.heard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class AuctionEventsTest {
    private static final String COUNT = "pusher_internal:subscription_count";

    private final RunningPlatform platform;
    private final Seller seller;

    AuctionEventsTest(RunningPlatform platform) {
        this.platform = platform;
        seller = new Seller(platform);
    }

    @Test
    void aBidIsToldInFourFieldsWithTheMillisecondsOfTheEnd() throws IOException, InterruptedException {
        Instant wholeSecond = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String id = seller.open("\"endAt\":\"" + wholeSecond + "\"");
        try (TestClient client = platform.client()) {
            client.subscribe("auction-" + id);

            seller.bid("bob", id, 1000);

            JsonNode news = heard(client, "bid-placed").dataJson();
            assertThat(news.propertyNames())
                    .containsExactlyInAnyOrder(
                            "pusherCurrentPriceMinor", "pusherHighestBidderId", "pusherEndAt", "pusherBidsCount");
            assertThat(news.path("pusherCurrentPriceMinor").isIntegralNumber()).isTrue();
            assertThat(news.path("pusherCurrentPriceMinor").asLong()).isEqualTo(1000);
            assertThat(news.path("pusherEndAt").asString())
                    .isEqualTo(wholeSecond.toString().replace("Z", ".000Z"));
            assertThat(news.path("pusherBidsCount").asInt()).isEqualTo(1);
            assertThat(news.path("pusherHighestBidderId").asString())
                    .isEqualTo(seller.see("bob", id).path("you").path("alias").asString())
                    .doesNotContain("bob");
        }
    }

    @Test
    void howTheAuctionStandsIsToldBesideTheBid() throws IOException, InterruptedException {
        String id = seller.open("\"reserveMinor\":1000");
        try (TestClient client = platform.client()) {
            client.subscribe("auction-" + id);

            seller.bid("bob", id, 1000);

            JsonNode news = heard(client, "auction:updated").dataJson();
            assertThat(news.propertyNames())
                    .containsExactlyInAnyOrder(
                            "auctionId",
                            "currentPriceMinor",
                            "nextMinimumMinor",
                            "bidsCount",
                            "reserveMet",
                            "leader",
                            "endAt",
                            "status",
                            "version");
            JsonNode seen = seller.see("cleo", id);
            for (String field : news.propertyNames()) {
                if (!field.equals("auctionId")) {
                    assertThat(news.path(field)).as(field).isEqualTo(seen.path(field));
                }
            }
        }
    }

    @Test
    void leadersWhoRaiseTheirMaximumAreNotHeard() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000, 2000);
        long before = position("auction-" + id);

        seller.bid("bob", id, 1000, 3000);

        assertThat(position("auction-" + id)).isEqualTo(before);
        seller.bid("cleo", id, 1050);
        assertThat(position("auction-" + id)).isEqualTo(before + 2);
    }

    private long position(String channel) throws IOException, InterruptedException {
        return seller.as("bob")
                .get("/api/realtime/events?channel=" + channel)
                .json()
                .path("position")
                .asLong();
    }

    private int authorized(String who, String channel) throws IOException, InterruptedException {
        return seller.as(who)
                .post("/api/pusher/auth", "{\"socket_id\":\"1.1\",\"channel_name\":\"" + channel + "\"}")
                .status();
    }

    @Test
    void anAuctionByInvitationIsHeardByThoseWhoAreInvited() throws IOException, InterruptedException {
        String id = seller.open("\"byInvitation\":true", "\"invited\":[\"bob\"]");
        String channel = "private-auction-" + id;
        assertThat(authorized("cleo", channel)).isEqualTo(403);
        assertThat(authorized("eve", channel)).isEqualTo(403);
        assertThat(authorized("ada", channel)).isEqualTo(200);
        assertThat(authorized("bob", "private-auction-nothing")).isEqualTo(403);
        assertThat(seller.as("cleo")
                        .get("/api/realtime/events?channel=" + channel)
                        .status())
                .isEqualTo(403);
        try (TestClient invited = platform.client();
                TestClient outside = platform.client()) {
            seller.as("bob").subscribe(invited, channel);
            outside.subscribe("auction-" + id);
            outside.await(COUNT);

            seller.bid("bob", id, 1000);

            assertThat(heard(invited, "bid-placed")
                            .dataJson()
                            .path("pusherHighestBidderId")
                            .asString())
                    .isEqualTo(seller.see("bob", id).path("leader").asString());
            outside.awaitNothing();
        }
    }

    @Test
    void noBrowserTellsBids() throws IOException, InterruptedException {
        String id = seller.open();
        try (TestClient client = platform.client();
                TestClient other = platform.client()) {
            client.subscribe("auction-" + id);
            other.subscribe("auction-" + id);
            other.await(COUNT);

            client.send("{\"event\":\"bid-placed\",\"channel\":\"auction-" + id + "\",\"data\":{}}");

            heard(client, "pusher:error");
            other.awaitNothing();
        }
    }

    @Test
    void whoIsOutbidIsToldOnce() throws IOException, InterruptedException {
        Told told = Told.of(platform);
        String id = seller.open();

        seller.bid("bob", id, 1000, 2000);
        seller.bid("cleo", id, 1050);
        assertThat(told.all(Outbid.class)).isEmpty();
        seller.bid("cleo", id, 3000);

        assertThat(told.all(Outbid.class)).containsExactly(new Outbid(id, "A lamp", "bob", 3000, "EUR"));
    }
}
