package dev.fanfare.platform.auctions;

import dev.fanfare.platform.work.Due;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Auctions go on by themselves. */
record DueAuctions(AuctionTable auctions, AuctionCourse course) implements Due {
    @Override
    public String name() {
        return "auctions";
    }

    @Override
    public List<String> due(Instant now) {
        return auctions.due(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return auctions.nextDue();
    }

    @Override
    public void goOn(String id) {
        course.goOn(id);
    }
}
