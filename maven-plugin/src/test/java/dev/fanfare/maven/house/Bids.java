package dev.fanfare.maven.house;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in auctions. */
public final class Bids {
    private Bids() {}

    /** An enum with names of its own in JSON. */
    public enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closing-soon")
        CLOSING_SOON,
        CLOSED
    }

    /** Somebody, perhaps from somewhere. */
    public record Person(String name, @Nullable String city) {}

    /** Another `Item` is in `Chat`. */
    public record Item(String title, List<String> pictures) {}

    /** What is always there, and one that may be null. */
    public record BidPlaced(
            String auctionId,
            UUID bidId,
            long amount,
            BigDecimal fee,
            Person bidder,
            @Nullable Person outbid,
            Instant at,
            Status status) {}

    /** What may be left out, and collections. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ended(
            String auctionId,
            @Nullable Person winner,
            int[] steps,
            Map<String, Person> bidders,
            Map<String, @Nullable Long> highest,
            List<@Nullable Integer> pauses,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Map<String, @Nullable Long> limits,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            LocalDate paidOn,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Item> items) {}
}
