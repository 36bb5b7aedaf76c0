package dev.fanfare.platform.auctions;

import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.platform.work.DueWorker;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of auctions, and what lets them go on. */
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
            registry.with(AuctionDeclarations.of(channels));
            if (settings.visibility() == AuctionSettings.Visibility.PRIVATE) {
                registry.silence(List.of(AuctionChannels.PUBLIC));
            }
        };
    }

    @Bean
    DueWorker auctionWorker(AuctionTable auctions, AuctionCourse course, DueSignal signal, Clock clock) {
        return new DueWorker(new DueAuctions(auctions, course), signal, clock);
    }
}
