package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AuctionClockConnectionsTest {
    private final RunningPlatform platform;

    AuctionClockConnectionsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void lookingForTheNextEndGivesItsConnectionBack() throws Exception {
        AuctionTable auctions = platform.bean(AuctionTable.class);
        HikariDataSource pool = platform.bean(DataSource.class).unwrap(HikariDataSource.class);

        for (int i = 0; i <= pool.getMaximumPoolSize(); i++) {
            auctions.nextDue();
        }

        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
    }
}
