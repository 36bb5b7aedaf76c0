package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class BidsTest {
    private final Seller seller;

    BidsTest(RunningPlatform platform) {
        seller = new Seller(platform);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @Test
    void aBidThatCountsIsAnsweredWithHowTheAuctionStands() throws IOException, InterruptedException {
        String id = seller.open();

        Answer answer = seller.bid("bob", id, 1000);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode auction = answer.json().path("auction");
        assertThat(auction.path("currentPriceMinor").asLong()).isEqualTo(1000);
        assertThat(auction.path("nextMinimumMinor").asLong()).isEqualTo(1050);
        assertThat(auction.path("bidsCount").asInt()).isEqualTo(1);
        assertThat(auction.path("you").path("isLeading").asBoolean()).isTrue();
        JsonNode bid = answer.json().path("bid");
        assertThat(bid.path("kind").asString()).isEqualTo("bid");
        assertThat(bid.path("mine").asBoolean()).isTrue();
        assertThat(bid.path("bidder").asString())
                .isEqualTo(auction.path("leader").asString())
                .isEqualTo(auction.path("you").path("alias").asString())
                .isNotEqualTo("bob");
    }

    @Test
    void aBidThatIsTooLowIsToldWhatItHasToBe() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000);

        Answer answer = seller.bid("cleo", id, 1049);

        assertProblem(answer, 409, "bid_too_low");
        assertThat(answer.json().path("nextMinimumMinor").asLong()).isEqualTo(1050);
        assertProblem(seller.bid("cleo", id, 0), 400, "invalid");
        assertProblem(seller.bid("cleo", id, 1_000_000_000_001L), 400, "invalid");
        assertProblem(seller.bid("cleo", id, 2000, 1999), 400, "invalid");
    }

    @Test
    void sellersAndLeadersDoNotBid() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000);

        assertProblem(seller.bid("ada", id, 2000), 403, "own_auction");
        assertProblem(seller.bid("bob", id, 1000), 409, "already_leading");
    }

    @Test
    void aMaximumBidsOnAndStaysSecret() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000, 3000);

        Answer answer = seller.bid("cleo", id, 1050, 2000);

        assertThat(answer.json().path("auction").path("currentPriceMinor").asLong())
                .isEqualTo(2050);
        assertThat(answer.json().path("auction").path("you").path("isLeading").asBoolean())
                .isFalse();
        assertThat(answer.body()).doesNotContain("3000");
        assertThat(seller.as("cleo").get("/api/auctions/" + id + "/bids").body())
                .doesNotContain("3000")
                .contains("\"kind\":\"proxy\"");
        assertThat(seller.see("bob", id).path("you").path("maxMinor").asLong()).isEqualTo(3000);
        assertThat(seller.see("cleo", id).path("you").path("maxMinor").asLong()).isEqualTo(2000);
        assertThat(seller.see("dan", id).path("you").path("maxMinor").isNull()).isTrue();
    }

    @Test
    void leadersWhoRaiseTheirMaximumChangeNothingThatOthersSee() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000, 3000);
        JsonNode before = seller.see("cleo", id);

        assertThat(seller.bid("bob", id, 1000, 4000).status()).isEqualTo(201);

        JsonNode after = seller.see("cleo", id);
        for (String field : before.propertyNames()) {
            if (!field.equals("serverTime")) {
                assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
            }
        }
        assertThat(seller.see("bob", id).path("you").path("maxMinor").asLong()).isEqualTo(4000);
        assertThat(seller.as("cleo")
                        .get("/api/auctions/" + id + "/bids")
                        .json()
                        .path("bids")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theReserveIsOnlyKnownToBeMetOrNot() throws IOException, InterruptedException {
        String id = seller.open("\"reserveMinor\":4000");
        seller.bid("bob", id, 1000);
        assertThat(seller.see("cleo", id).path("reserveMet").booleanValue()).isFalse();
        assertThat(seller.as("cleo").get("/api/auctions/" + id).body()).doesNotContain("4000");

        Answer answer = seller.bid("cleo", id, 1050, 5000);

        assertThat(answer.json().path("auction").path("currentPriceMinor").asLong())
                .isEqualTo(4000);
        assertThat(seller.see("bob", id).path("reserveMet").booleanValue()).isTrue();
        assertThat(seller.see("bob", seller.open()).path("reserveMet").isNull()).isTrue();
    }

    @Test
    void aBidOfTenTimesWhatIsNeededHasToBeMeant() throws IOException, InterruptedException {
        String id = seller.open();
        assertProblem(seller.bid("bob", id, 10_000), 409, "confirm_amount");
        assertProblem(seller.bid("bob", id, 1000, 10_000), 409, "confirm_amount");
        assertThat(seller.see("bob", id).path("bidsCount").asInt()).isZero();

        assertThat(seller.bid("bob", id, "\"amountMinor\":10000,\"confirmed\":true")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBidThatIsSentAgainCountsOnce() throws IOException, InterruptedException {
        String id = seller.open();
        String bid = "\"amountMinor\":1000,\"clientId\":\"c1\"";
        Answer first = seller.bid("bob", id, bid);

        Answer again = seller.bid("bob", id, bid);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("bid")).isEqualTo(first.json().path("bid"));
        assertThat(seller.see("bob", id).path("bidsCount").asInt()).isEqualTo(1);
        assertThat(seller.bid("cleo", id, "\"amountMinor\":1050,\"clientId\":\"c1\"")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void bidsAreInTheCurrencyOfTheAuction() throws IOException, InterruptedException {
        String id = seller.open("\"currency\":\"JPY\"");

        assertProblem(seller.bid("bob", id, "\"amountMinor\":1000,\"currency\":\"EUR\""), 400, "currency_mismatch");
        assertThat(seller.bid("bob", id, "\"amountMinor\":1000,\"currency\":\"JPY\"")
                        .status())
                .isEqualTo(201);
        assertThat(seller.bid("cleo", seller.open("\"currency\":\"KWD\""), 1000)
                        .json()
                        .path("auction")
                        .path("nextMinimumMinor")
                        .asLong())
                .isEqualTo(1250);
    }

    @Test
    void whatHasNotBegunTakesNoBids() throws IOException, InterruptedException {
        String id = seller.open("\"startsAt\":\"" + Instant.now().plus(Duration.ofMinutes(9)) + "\"");

        assertProblem(seller.bid("bob", id, 1000), 409, "auction_not_live");
        assertThat(seller.see("bob", id).path("status").asString()).isEqualTo("scheduled");
    }

    @Test
    void whoBuysAtOnceEndsTheAuction() throws IOException, InterruptedException {
        String id = seller.open("\"buyNowMinor\":9000");
        assertThat(seller.see("bob", id).path("buyNowMinor").asLong()).isEqualTo(9000);
        assertProblem(seller.as("ada").post("/api/auctions/" + id + "/buy", ""), 403, "own_auction");

        Answer answer = seller.as("bob").post("/api/auctions/" + id + "/buy", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("ended");
        assertThat(answer.json().path("outcome").asString()).isEqualTo("sold");
        assertThat(answer.json().path("currentPriceMinor").asLong()).isEqualTo(9000);
        assertThat(answer.json().path("you").path("isLeading").asBoolean()).isTrue();
        assertProblem(seller.as("cleo").post("/api/auctions/" + id + "/buy", ""), 409, "auction_not_live");
        assertProblem(seller.bid("cleo", id, 9500), 409, "auction_not_live");
        assertThat(seller.replayed(id)).isEqualTo(seller.auction(id).standing());
    }

    @Test
    void afterTheFirstBidNobodyBuysAtOnce() throws IOException, InterruptedException {
        String id = seller.open("\"buyNowMinor\":9000");
        seller.bid("bob", id, 1000);

        assertProblem(seller.as("cleo").post("/api/auctions/" + id + "/buy", ""), 409, "not_for_sale");
        assertThat(seller.see("cleo", id).path("buyNowMinor").isNull()).isTrue();
    }

    @Test
    void theHistoryHasEveryBidAndAnswerPageByPage() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000, 2000);
        seller.bid("cleo", id, 1050);
        seller.bid("cleo", id, 2050);

        JsonNode first =
                seller.as("bob").get("/api/auctions/" + id + "/bids?limit=2").json();
        assertThat(first.path("hasMore").booleanValue()).isTrue();
        assertThat(first.path("bids")
                        .valueStream()
                        .map(bid -> bid.path("amountMinor").asLong()))
                .containsExactly(2050L, 1100L);
        assertThat(first.path("bids").path(1).path("kind").asString()).isEqualTo("proxy");
        assertThat(first.path("bids").path(1).path("mine").booleanValue()).isTrue();
        JsonNode second = seller.as("bob")
                .get("/api/auctions/" + id + "/bids?limit=2&before="
                        + first.path("bids").path(1).path("seq").asLong())
                .json();
        assertThat(second.path("hasMore").booleanValue()).isFalse();
        assertThat(second.path("bids")
                        .valueStream()
                        .map(bid -> bid.path("amountMinor").asLong()))
                .containsExactly(1050L, 1000L);
    }

    @Test
    void administratorsRetractBidsAndTheOthersCountAnew() throws IOException, InterruptedException {
        String id = seller.open();
        seller.bid("bob", id, 1000, 1500);
        long seq = seller.bid("cleo", id, 4000).json().path("bid").path("seq").asLong();
        seller.bid("bob", id, 4100);
        String path = "/api/auctions/" + id + "/bids/";
        assertProblem(seller.as("bob").post(path + seq + "/retract", ""), 403, "forbidden");
        assertProblem(seller.as("dan").post(path + "77/retract", ""), 404, "not_found");

        Answer answer = seller.as("dan").post(path + seq + "/retract", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("currentPriceMinor").asLong()).isEqualTo(1000);
        assertThat(answer.json().path("bidsCount").asInt()).isEqualTo(1);
        assertThat(seller.see("bob", id).path("you").path("maxMinor").asLong()).isEqualTo(4100);
        assertThat(seller.replayed(id)).isEqualTo(seller.auction(id).standing());
        JsonNode lines =
                seller.as("cleo").get("/api/auctions/" + id + "/bids").json().path("bids");
        assertThat(lines.valueStream().map(bid -> bid.path("kind").asString())).containsExactly("void", "bid");
        assertThat(seller.bid("cleo", id, 1050).status()).isEqualTo(201);
    }
}
