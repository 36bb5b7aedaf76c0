package dev.fanfare.platform.auctions;

import static dev.fanfare.platform.RunningPlatform.heard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivateAuctionsTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void aPlatformWithPrivateAuctionsTellsNobodyOutside(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(
                        database,
                        "--platform.auctions.visibility=private",
                        "--platform.auctions.public-bidder-ids=true");
                TestClient inside = platform.client();
                TestClient outside = platform.client()) {
            Seller seller = new Seller(platform);
            String id = seller.open();
            assertThat(seller.see("bob", id).path("channel").asString()).isEqualTo("private-auction-" + id);
            seller.as("eve").subscribe(inside, "private-auction-" + id);
            outside.subscribe("auction-" + id);
            outside.await("pusher_internal:subscription_count");

            seller.bid("bob", id, 1000);

            assertThat(heard(inside, "bid-placed")
                            .dataJson()
                            .path("pusherHighestBidderId")
                            .asString())
                    .isEqualTo("bob");
            outside.awaitNothing();
        }
    }
}
