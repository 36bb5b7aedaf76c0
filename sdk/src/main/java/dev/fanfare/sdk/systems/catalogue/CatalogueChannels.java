package dev.fanfare.sdk.systems.catalogue;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Presence channels of those who look at the same product or category, or search the same.
 *
 * @param products who may look at a product
 * @param categories who may look at a category
 * @param viewer how a user looks to strangers: no more than a name and a picture
 */
public record CatalogueChannels<U>(Policy<U> products, Policy<U> categories, Function<U, Member> viewer)
        implements Consumer<RegistryBuilder<U>> {
    public static final String PRODUCT = "presence-product-{productId}";
    public static final String CATEGORY = "presence-category-{categoryId}";

    /** With a {@link SearchKeys#key} in the place of what is searched for. */
    public static final String SEARCH = "presence-search-{searchKey}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PRODUCT, channel -> channel.allows(products).showsMember(viewer))
                .channel(CATEGORY, channel -> channel.allows(categories).showsMember(viewer))
                .channel(
                        SEARCH,
                        channel -> channel.allows((user, key) -> Decision.allow("signed in"))
                                .showsMember(viewer));
    }
}
