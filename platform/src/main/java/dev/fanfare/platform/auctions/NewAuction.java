package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Pictures;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to sell.
 *
 * @param image a path of the platform or a data URL; pages load no other images
 * @param currency by its ISO code; the amounts are in its smallest unit
 * @param reserveMinor below which it is not sold
 * @param buyNowMinor for which it is sold at once, as long as nobody has bid
 * @param startsAt null for now
 * @param byInvitation null for false
 * @param invited ids of those who may see it then
 */
public record NewAuction(
        @NotBlank @Size(max = 120) String title,
        @NotNull @Size(max = 5000) String description,

        @Nullable @Size(max = Pictures.LONGEST) @Pattern(regexp = Pictures.ALLOWED)
        String image,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        long startPriceMinor,
        @Nullable Long reserveMinor,
        @Nullable Long buyNowMinor,
        @Nullable Instant startsAt,
        @NotNull Instant endAt,
        @Nullable Boolean byInvitation,
        @Nullable @Size(max = 200) List<String> invited) {}
