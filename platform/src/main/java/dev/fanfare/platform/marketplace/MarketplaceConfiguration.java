package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.bus.EventBus;
import dev.fanfare.sdk.bus.EventTypes;
import dev.fanfare.sdk.bus.Subscription;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.catalogue.CatalogueChannels;
import java.security.Principal;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who sees whom on the pages of the market, and who hears of orders on the bus. */
@Configuration(proxyBeanMethods = false)
class MarketplaceConfiguration {
    static final String SUBSCRIPTION = "orderAnnouncementsSubscription";

    /** All that strangers see of who looks at the same. */
    record Viewer(String name, @Nullable String avatar) {}

    /** As {@link CatalogueChannels} has them, but that searches of different tenants are not the same. */
    @Bean
    Consumer<RegistryBuilder<Principal>> catalogueChannels(
            Products products, Categories categories, Searches searches, Accounts accounts) {
        Policy<Principal> productPolicy = (user, id) -> existing(products.isVisible(id, user.getName()), "product");
        Policy<Principal> categoryPolicy =
                (user, id) -> existing(categories.find(id, user.getName()) != null, "category");
        Policy<Principal> searchPolicy = (user, key) -> searches.decide(user.getName(), key);
        Function<Principal, Member> viewer = user -> {
            Account account = accounts.find(user.getName());
            return new Member(user.getName(), account == null ? null : new Viewer(account.name(), account.avatar()));
        };
        return registry -> registry.channel(
                        CatalogueChannels.PRODUCT,
                        channel -> channel.allows(productPolicy).showsMember(viewer))
                .channel(
                        CatalogueChannels.CATEGORY,
                        channel -> channel.allows(categoryPolicy).showsMember(viewer))
                .channel(
                        CatalogueChannels.SEARCH,
                        channel -> channel.allows(searchPolicy).showsMember(viewer));
    }

    private static Decision existing(boolean isThere, String what) {
        return isThere
                ? Decision.allow("member of its tenant")
                : Decision.deny("no such " + what + " in a tenant of theirs");
    }

    @Bean(SUBSCRIPTION)
    Subscription orderAnnouncementsSubscription(EventBus bus, OrderAnnouncements announcements) {
        return bus.subscribe(EventTypes.ORDER_CREATED, announcements::tell);
    }
}
