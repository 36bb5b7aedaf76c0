package dev.fanfare.platform.auctions;

import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import java.security.Principal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of auctions. */
@Configuration(proxyBeanMethods = false)
class AuctionsConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> auctionDeclarations(
            AuctionTable auctions, AuctionGuests guests, Aliases aliases, AuctionSettings settings) {
        Policy<Principal> admitted = (user, id) -> {
            Auction auction = auctions.find(id);
            return auction != null && guests.admits(auction, user.getName())
                    ? Decision.allow("admitted")
                    : Decision.deny("not invited, or no such auction");
        };
        // Bidders have their aliases before they get here, so that the private channel has them, too.
        AuctionChannels<Principal> channels = new AuctionChannels<>(admitted, aliases.pseudonyms(), true);
        return registry -> {
            registry.with(channels)
                    .event(
                            AuctionUpdated.class,
                            both(
                                    "auction:updated",
                                    AuctionUpdated.News.class,
                                    AuctionUpdated::isByInvitation,
                                    AuctionUpdated::news,
                                    AuctionUpdated.News::auctionId))
                    .event(
                            AuctionExtended.class,
                            both(
                                    "auction:extended",
                                    AuctionExtended.News.class,
                                    AuctionExtended::isByInvitation,
                                    AuctionExtended::news,
                                    AuctionExtended.News::auctionId))
                    .event(
                            AuctionEnded.class,
                            both(
                                    "auction:ended",
                                    AuctionEnded.News.class,
                                    AuctionEnded::isByInvitation,
                                    AuctionEnded::news,
                                    AuctionEnded.News::auctionId));
            if (settings.visibility() == AuctionSettings.Visibility.PRIVATE) {
                registry.silence(List.of(AuctionChannels.PUBLIC));
            }
        };
    }

    /** To the private channel, and unless it is by invitation to the public one. */
    private static <E, P> Consumer<Projection<E>> both(
            String name, Class<P> payload, Predicate<E> isByInvitation, Function<E, P> news, Function<P, String> id) {
        Function<E, String> auctionId = event -> id.apply(news.apply(event));
        Function<E, @Nullable P> forEverybody = event -> isByInvitation.test(event) ? null : news.apply(event);
        return projection -> projection
                .to(AuctionChannels.PUBLIC, name, payload, auctionId, forEverybody)
                .to(AuctionChannels.PRIVATE, name, payload, auctionId, news);
    }
}
