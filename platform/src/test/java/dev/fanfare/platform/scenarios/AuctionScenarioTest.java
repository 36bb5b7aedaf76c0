package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An auction from its beginning to the conversation of seller and winner, as everybody hears of it. */
class AuctionScenarioTest {
    private static final String[] SHORT = {
        "--platform.auctions.extend-window=2s", "--platform.auctions.extend-by=3s", "--platform.auctions.ending-soon=1s"
    };

    @ParameterizedTest
    @EnumSource
    void aLateBidPutsTheEndOffAndTheClockBringsSellerAndWinnerTogether(Database database)
            throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database, SHORT);
                TestClient anybody = platform.client();
                TestClient bobs = platform.client();
                TestClient adas = platform.client()) {
            Caller ada = platform.as("ada");
            Caller bob = platform.as("bob");
            Caller cleo = platform.as("cleo");
            Instant planned = Instant.now().plusSeconds(2);
            JsonNode auction = json(ada.post(
                    "/api/auctions",
                    "{\"title\":\"Brass lamp\",\"description\":\"\",\"currency\":\"EUR\",\"startPriceMinor\":1000,"
                            + "\"endAt\":\"" + planned + "\"}"));
            String id = auction.path("id").asString();
            platform.asNobody().subscribe(anybody, "auction-" + id);
            bob.subscribe(bobs, "private-user-bob");
            ada.subscribe(adas, "private-user-ada");

            json(bob.post("/api/auctions/" + id + "/bids", "{\"amountMinor\":1000}"));
            json(cleo.post("/api/auctions/" + id + "/bids", "{\"amountMinor\":1500}"));

            JsonNode first = RunningPlatform.heard(anybody, "bid-placed").dataJson();
            JsonNode second = RunningPlatform.heard(anybody, "bid-placed").dataJson();
            assertThat(first.propertyNames())
                    .containsExactlyInAnyOrder(
                            "pusherCurrentPriceMinor", "pusherHighestBidderId", "pusherEndAt", "pusherBidsCount");
            assertThat(List.of(
                            first.path("pusherBidsCount").asInt(),
                            second.path("pusherBidsCount").asInt()))
                    .containsExactly(1, 2);
            assertThat(Instant.parse(second.path("pusherEndAt").asString())).isAfter(planned.plusSeconds(1));
            assertThat(notified(bobs).path("title").asString()).isEqualTo("You have been outbid");

            JsonNode ended = RunningPlatform.heard(anybody, "auction:ended").dataJson();
            assertThat(ended.path("outcome").asString()).isEqualTo("sold");
            assertThat(ended.path("winner").asString())
                    .isEqualTo(second.path("pusherHighestBidderId").asString())
                    .isNotEqualTo("cleo");

            String thread = RunningPlatform.heard(adas, "conversation:updated")
                    .dataJson()
                    .path("conversationId")
                    .asString();
            assertThat(json(cleo.get("/api/auctions/" + id))
                            .path("you")
                            .path("conversationId")
                            .asString())
                    .isEqualTo(thread);
            JsonNode message = json(cleo.get("/api/conversations/" + thread + "/messages"))
                    .path("messages")
                    .path(0);
            assertThat(message.path("senderId").isNull()).isTrue();
            assertThat(message.path("text").asString()).startsWith("Sold for €15.00");
            assertThat(bob.get("/api/conversations/" + thread).status()).isEqualTo(404);
            assertThat(titles(cleo, id)).containsOnlyOnce("You have won");
            assertThat(titles(ada, id)).containsOnlyOnce("Sold");
            assertThat(titles(bob, id)).containsOnlyOnce("Auction ended");
        }
    }

    private static JsonNode notified(TestClient client) {
        ReceivedFrame frame = RunningPlatform.heard(client, "notification");
        return frame.dataJson();
    }

    private static List<String> titles(Caller caller, String auctionId) throws IOException, InterruptedException {
        return json(caller.get("/api/notifications?limit=50"))
                .path("data")
                .valueStream()
                .filter(notification -> notification
                        .path("metadata")
                        .path("auctionId")
                        .asString("")
                        .equals(auctionId))
                .map(notification -> notification.path("title").asString())
                .toList();
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
