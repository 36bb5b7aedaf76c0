package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.web.Pictures;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to become different about a product; null stays as it is. */
record ProductChange(
        @Nullable @Size(min = 1, max = 120) String title,
        @Nullable @Size(max = 5000) String description,

        @Nullable @Size(max = Pictures.LONGEST) @Pattern(regexp = Pictures.ALLOWED)
        String image,

        @Nullable Long priceMinor,

        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

        @Nullable @Min(0) @Max(NewProduct.MOST_PIECES) Integer stock,

        @Nullable @Size(min = 1, max = 40) String categoryId) {
    /** What was offered at first, with the changes. */
    NewProduct onto(Product product) {
        return new NewProduct(
                or(title, product.title()),
                or(description, product.description()),
                image == null ? product.image() : image,
                or(priceMinor, product.priceMinor()),
                or(currency, product.currency()),
                or(stock, product.stock()),
                or(categoryId, product.categoryId()));
    }

    private static <T> T or(@Nullable T changed, T before) {
        return changed == null ? before : changed;
    }
}
