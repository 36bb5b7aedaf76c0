package dev.fanfare.platform.auctions;

import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is told of auctions. */
public final class AuctionDeclarations {
    private AuctionDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> of(AuctionChannels<U> channels) {
        return registry -> registry.with(channels)
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
