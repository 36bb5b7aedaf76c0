package dev.fanfare.platform;

import dev.fanfare.platform.admin.AdminDeclarations;
import dev.fanfare.platform.auctions.AuctionDeclarations;
import dev.fanfare.platform.conversations.ConversationDeclarations;
import dev.fanfare.platform.inbox.InboxDeclarations;
import dev.fanfare.platform.notifications.NotificationDeclarations;
import dev.fanfare.platform.poker.PokerDeclarations;
import dev.fanfare.platform.realtime.UnreadChanged;
import dev.fanfare.platform.rooms.RoomDeclarations;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.systems.announcement.AnnouncementChannels;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import dev.fanfare.sdk.systems.catalogue.CatalogueChannels;
import dev.fanfare.sdk.systems.conversation.ConversationChannels;
import dev.fanfare.sdk.systems.inbox.InboxChannels;
import dev.fanfare.sdk.systems.poker.PokerChannels;
import dev.fanfare.sdk.systems.poker.VoteDisclosure;
import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import dev.fanfare.sdk.systems.tenant.RoomChannels;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.security.Principal;
import java.util.Map;

/** What is told on which channels, for the types of clients. Made without an application, so that it lets nobody in. */
public final class PlatformChannels {
    private static final Policy<Principal> NOBODY = (user, id) -> Decision.deny("only for types");

    private PlatformChannels() {}

    private static Member member(Principal user) {
        return new Member(user.getName(), Map.of());
    }

    /** The channels of all modules. */
    public static Registry<Principal> registry() {
        return Registry.<Principal>builder()
                .with(new UserChannels<>(Principal::getName))
                .with(PokerDeclarations.of(
                        new PokerChannels<>(NOBODY, PlatformChannels::member, VoteDisclosure.ON_REVEAL)))
                .with(new AnnouncementChannels<>())
                .with(AdminDeclarations.endings())
                .with(ConversationDeclarations.of(new ConversationChannels<>(NOBODY)))
                .with(NotificationDeclarations.changes())
                .with(RoomDeclarations.of(new RoomChannels<>(NOBODY, PlatformChannels::member)))
                .with(UnreadChanged.declaration())
                .with(new TenantChannels<>(NOBODY, NOBODY))
                .with(new CatalogueChannels<>(NOBODY, NOBODY, PlatformChannels::member))
                .with(AuctionDeclarations.of(
                        new AuctionChannels<>(NOBODY, Pseudonyms.of("for types, which name nobody"), true)))
                .with(InboxDeclarations.of(new InboxChannels<>(NOBODY, PlatformChannels::member)))
                .build();
    }
}
