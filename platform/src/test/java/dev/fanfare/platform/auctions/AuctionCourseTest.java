package dev.fanfare.platform.auctions;

import static dev.fanfare.platform.RunningPlatform.heard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.work.Ledger;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class AuctionCourseTest {
    private static final Duration SOON = Duration.ofMillis(1500);

    private final RunningPlatform platform;
    private final Seller seller;
    private final Told told;

    AuctionCourseTest(RunningPlatform platform) {
        this.platform = platform;
        seller = new Seller(platform);
        told = Told.of(platform);
    }

    private String openShortly(String... more) throws IOException, InterruptedException {
        return seller.offer(SOON, more).json().path("id").asString();
    }

    /** A bid that came long before, so that it does not put off the end. */
    private void bidEarly(String id, String bidder, long amount) {
        BidLog log = platform.bean(BidLog.class);
        AuctionTable auctions = platform.bean(AuctionTable.class);
        platform.bean(Ledger.class).change(() -> {
            Auction auction = seller.auction(id);
            Bidding.Bid bid = new Bidding.Bid(bidder, amount, amount, false);
            Bidding.Accepted accepted = (Bidding.Accepted) auction.rules().apply(auction.standing(), bid);
            log.append(id, bid, accepted, Instant.now().minus(Duration.ofHours(1)), null);
            return auctions.save(
                    auction.withStanding(accepted.standing(), auction.times().endAt()));
        });
    }

    private JsonNode ended(String id) {
        return await().until(
                        () -> seller.see("cleo", id),
                        auction -> auction.path("status").asString().equals("ended"));
    }

    @Test
    void anAuctionEndsByTheClockAndIsToldOnce() throws IOException, InterruptedException {
        String id = openShortly();
        bidEarly(id, "cleo", 1000);
        bidEarly(id, "bob", 2000);
        Instant endAt = seller.auction(id).times().endAt();
        try (TestClient client = platform.client()) {
            client.subscribe("auction-" + id);

            JsonNode news = heard(client, "auction:ended").dataJson();

            assertThat(Instant.now()).isBefore(endAt.plusSeconds(4)); // it does not wait for a round of looking
            assertThat(news.propertyNames())
                    .containsExactlyInAnyOrder("auctionId", "outcome", "currentPriceMinor", "winner", "endedAt");
            assertThat(news.path("outcome").asString()).isEqualTo("sold");
            assertThat(news.path("winner").asString())
                    .isEqualTo(seller.see("bob", id).path("you").path("alias").asString());
            platform.bean(AuctionCourse.class).goOn(id);
            client.awaitNothing();
        }
        assertThat(ended(id).path("outcome").asString()).isEqualTo("sold");
        assertThat(told.all(AuctionWon.class)).containsExactly(new AuctionWon(id, "A lamp", "ada", "bob", 2000, "EUR"));
        assertThat(told.all(AuctionSold.class))
                .containsExactly(new AuctionSold(id, "A lamp", "ada", "bob", 2000, "EUR"));
        assertThat(told.all(AuctionLost.class))
                .containsExactly(new AuctionLost(id, "A lamp", List.of("cleo"), 2000, "EUR"));
    }

    @Test
    void anAuctionWithoutBidsIsNotSold() throws IOException, InterruptedException {
        String id = openShortly();

        assertThat(ended(id).path("outcome").asString()).isEqualTo("no_bids");
        assertThat(told.all(AuctionUnsold.class)).containsExactly(new AuctionUnsold(id, "A lamp", "ada", false));
    }

    @Test
    void anAuctionWhoseReserveIsNotMetIsNotSold() throws IOException, InterruptedException {
        String id = openShortly("\"reserveMinor\":5000");
        bidEarly(id, "bob", 1000);

        JsonNode auction = ended(id);

        assertThat(auction.path("outcome").asString()).isEqualTo("reserve_not_met");
        assertThat(told.all(AuctionUnsold.class)).containsExactly(new AuctionUnsold(id, "A lamp", "ada", true));
        assertThat(told.all(AuctionWon.class)).isEmpty();
    }

    @Test
    void aPlannedAuctionBeginsByTheClock() throws IOException, InterruptedException {
        String id = seller.open("\"startsAt\":\"" + Instant.now().plus(SOON) + "\"");
        try (TestClient client = platform.client()) {
            client.subscribe("auction-" + id);

            assertThat(heard(client, "auction:updated")
                            .dataJson()
                            .path("status")
                            .asString())
                    .isEqualTo("live");
        }
        assertThat(seller.bid("bob", id, 1000).status()).isEqualTo(201);
    }

    @Test
    void aLateBidPutsOffTheEndAndSaysSo() throws IOException, InterruptedException {
        String id = seller.offer(Duration.ofSeconds(60)).json().path("id").asString();
        Instant endAt = seller.auction(id).times().endAt();
        try (TestClient client = platform.client()) {
            client.subscribe("auction-" + id);

            Instant before = Instant.now().minusMillis(1);
            seller.bid("bob", id, 1000);

            String extended =
                    heard(client, "auction:extended").dataJson().path("endAt").asString();
            assertThat(Instant.parse(extended))
                    .isBetween(before.plus(Duration.ofMinutes(2)), Instant.now().plus(Duration.ofMinutes(2)))
                    .isAfter(endAt)
                    .isEqualTo(seller.auction(id).times().endAt());
            assertThat(seller.see("bob", id).path("endAt").asString()).isEqualTo(extended);
        }
    }

    @Test
    void aBidThatDoesNotCountPutsNothingOff() throws IOException, InterruptedException {
        String id = seller.offer(Duration.ofSeconds(60)).json().path("id").asString();
        Instant endAt = seller.auction(id).times().endAt();

        assertThat(seller.bid("bob", id, 999).status()).isEqualTo(409);

        assertThat(seller.auction(id).times().endAt()).isEqualTo(endAt);
    }

    @Test
    void watchersAndBiddersAreToldOnceThatAnAuctionEndsSoon() throws IOException, InterruptedException {
        Instant endAt = Instant.now().plus(Duration.ofMinutes(10)).plus(SOON);
        String id = seller.open("\"endAt\":\"" + endAt + "\"");
        seller.bid("bob", id, 1000);
        seller.as("cleo").put("/api/auctions/" + id + "/watch", "");

        await().untilAsserted(
                        () -> assertThat(told.all(AuctionEndingSoon.class)).hasSize(1));

        AuctionEndingSoon soon = told.all(AuctionEndingSoon.class).getFirst();
        assertThat(soon.auctionId()).isEqualTo(id);
        assertThat(soon.userIds()).containsExactly("bob", "cleo");
        platform.bean(AuctionCourse.class).goOn(id);
        assertThat(told.all(AuctionEndingSoon.class)).hasSize(1);
    }

    @Test
    void whoIsInvitedIsToldOnce() throws IOException, InterruptedException {
        String id = seller.open("\"byInvitation\":true", "\"invited\":[\"cleo\",\"bob\",\"cleo\"]");

        assertThat(told.all(AuctionInvitation.class))
                .containsExactly(new AuctionInvitation(id, "A lamp", List.of("cleo", "bob")));
    }

    @Test
    void whoFollowsACancelledAuctionIsTold() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000);
        seller.as("cleo").put("/api/auctions/" + id + "/watch", "");

        seller.as("dan").post("/api/auctions/" + id + "/cancel", "");

        assertThat(told.all(AuctionCancelled.class))
                .containsExactly(new AuctionCancelled(id, "A lamp", List.of("bob", "cleo")));
    }
}
