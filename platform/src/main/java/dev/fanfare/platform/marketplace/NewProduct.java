package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.web.Pictures;
import dev.fanfare.platform.web.Prices;
import dev.fanfare.platform.web.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to sell.
 *
 * @param image as {@link Pictures} has it
 * @param currency by its ISO code; the price is in its smallest unit
 * @param categoryId which also says whose members may buy it
 */
public record NewProduct(
        @NotBlank @Size(max = 120) String title,
        @NotNull @Size(max = 5000) String description,

        @Nullable @Size(max = Pictures.LONGEST) @Pattern(regexp = Pictures.ALLOWED)
        String image,

        long priceMinor,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @Min(0) @Max(MOST_PIECES) int stock,
        @NotBlank @Size(max = 40) String categoryId) {
    static final int MOST_PIECES = 100_000;

    /** @throws Problem 400 if the price is none */
    void check() {
        if (title.isBlank()) {
            throw Problem.malformed("invalid", "title is blank");
        }
        Prices.checkCurrency(currency);
        Prices.checkAmount("priceMinor", priceMinor);
    }
}
