package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Ada, who opens auctions, and those who bid in them. */
record Seller(RunningPlatform platform) {
    Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /** Opens one that ends in an hour and starts at 10.00 EUR. */
    String open(String... more) throws IOException, InterruptedException {
        Answer answer = offer(Duration.ofHours(1), more);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** @param more fields as JSON, which come after and so replace the usual ones */
    Answer offer(Duration lasts, String... more) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(List.of(
                "\"title\":\"A lamp\"",
                "\"description\":\"It shines\"",
                "\"currency\":\"EUR\"",
                "\"startPriceMinor\":1000",
                "\"endAt\":\"" + Instant.now().plus(lasts) + "\""));
        for (String field : more) {
            String name = field.substring(0, field.indexOf(':') + 1);
            fields.removeIf(usual -> usual.startsWith(name));
            fields.add(field);
        }
        return as("ada").post("/api/auctions", "{" + String.join(",", fields) + "}");
    }

    Answer bid(String who, String id, String json) throws IOException, InterruptedException {
        return as(who).post("/api/auctions/" + id + "/bids", "{" + json + "}");
    }

    Answer bid(String who, String id, long amount) throws IOException, InterruptedException {
        return bid(who, id, "\"amountMinor\":" + amount);
    }

    Answer bid(String who, String id, long amount, long max) throws IOException, InterruptedException {
        return bid(who, id, "\"amountMinor\":" + amount + ",\"maxMinor\":" + max);
    }

    JsonNode see(String who, String id) throws IOException, InterruptedException {
        return as(who).get("/api/auctions/" + id).json();
    }

    /** What the log says that the auction stands at. */
    Bidding.Standing replayed(String id) {
        Auction auction = auction(id);
        return AuctionReplay.of(auction.rules(), log(id)).standing();
    }

    List<LoggedBid> log(String id) {
        return platform.bean(BidLog.class).all(id);
    }

    Auction auction(String id) {
        Auction auction = platform.bean(AuctionTable.class).find(id);
        assertThat(auction).isNotNull();
        return auction;
    }
}
