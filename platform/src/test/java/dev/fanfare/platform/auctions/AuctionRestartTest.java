package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.env.Environment;

class AuctionRestartTest {
    private static final String NO_EXTENSION = "--platform.auctions.extend-window=0s";

    @TempDir
    Path directory;

    /** One that outlives the platform. */
    private String url(Database database) {
        if (database == Database.H2) {
            return "jdbc:h2:file:" + directory.resolve("platform")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        }
        try (RunningPlatform first = RunningPlatform.on(database)) {
            return String.valueOf(first.bean(Environment.class).getProperty("spring.datasource.url"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anAuctionWhoseEndNobodySawEndsOnceAfterARestart(Database database) throws IOException, InterruptedException {
        String url = url(database);
        String id;
        Instant endAt;
        String alias;
        try (RunningPlatform platform = RunningPlatform.start(url, NO_EXTENSION)) {
            Seller seller = new Seller(platform);
            id = seller.offer(Duration.ofSeconds(3)).json().path("id").asString();
            assertThat(seller.bid("bob", id, 1000).status()).isEqualTo(201);
            endAt = seller.auction(id).times().endAt();
            alias = seller.see("bob", id).path("you").path("alias").asString();
        }
        await().until(() -> Instant.now().isAfter(endAt));

        try (RunningPlatform platform = RunningPlatform.start(url)) {
            Seller seller = new Seller(platform);
            await().until(() -> seller.auction(id).status() == Auction.Status.ENDED);

            assertThat(seller.auction(id).outcome()).isEqualTo(Auction.Outcome.SOLD);
            assertThat(seller.auction(id).times().endAt()).isEqualTo(endAt);
            assertThat(seller.see("bob", id).path("you").path("alias").asString())
                    .isEqualTo(alias);
            assertThat(endings(seller, id)).hasSize(1);
        }
        try (RunningPlatform platform = RunningPlatform.start(url)) {
            Seller seller = new Seller(platform);
            platform.bean(AuctionCourse.class).goOn(id);
            assertThat(endings(seller, id)).hasSize(1);
        }
    }

    private static List<String> endings(Seller seller, String id) throws IOException, InterruptedException {
        return seller.as("bob")
                .get("/api/realtime/events?after=0&channel=auction-" + id)
                .json()
                .path("events")
                .valueStream()
                .map(event -> event.path("event").asString())
                .filter("auction:ended"::equals)
                .toList();
    }
}
