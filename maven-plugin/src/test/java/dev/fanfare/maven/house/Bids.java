package dev.fanfare.maven.house;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

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

    /** What has fields in Java and none in JSON, and what annotations have written as something else. */
    public record Priced(
            byte decimals,
            char[] code,
            Currency currency,
            Locale locale,
            URL picture,
            Year since,
            YearMonth month,
            LocalTime opens,
            LocalDateTime day,
            ZonedDateTime until,
            OptionalInt discount,
            AtomicLong views,
            AtomicReference<String> label,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant at,

            @JsonSerialize(using = ToStringSerializer.class) @Nullable
            Person by) {}
}
