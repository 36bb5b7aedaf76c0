package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.work.Ledger;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

@OnEachDatabase
class AuctionRetryTest {
    private final RunningPlatform platform;
    private final AtomicInteger tries = new AtomicInteger();

    AuctionRetryTest(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Watches, and until it is tried that often finds that somebody else was preferred. */
    private String watch(String id, int until) {
        return platform.bean(Ledger.class).change(() -> {
            platform.bean(AuctionGuests.class).watch(id, "bob");
            if (tries.incrementAndGet() < until) {
                throw new CannotAcquireLockException("deadlock");
            }
            return id;
        });
    }

    @Test
    void whatTheDatabaseBreaksOffIsTriedAgainFromTheStart() throws Exception {
        String id = new Seller(platform).open();

        assertThat(watch(id, 3)).isEqualTo(id);

        assertThat(tries.get()).isEqualTo(3);
        assertThat(platform.bean(AuctionGuests.class).watchers(id)).containsExactly("bob");
    }

    @Test
    void whatIsAlwaysBrokenOffLeavesNothing() throws Exception {
        String id = new Seller(platform).open();

        assertThatThrownBy(() -> watch(id, Integer.MAX_VALUE)).isInstanceOf(CannotAcquireLockException.class);

        assertThat(platform.bean(AuctionGuests.class).watchers(id)).isEmpty();
    }
}
