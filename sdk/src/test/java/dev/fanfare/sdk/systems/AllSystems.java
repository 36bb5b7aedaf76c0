package dev.fanfare.sdk.systems;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.recording.RecordedEvent;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.registry.TypedRealtime;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An application with all systems in it, and what it publishes. Its users are their ids; each owns the things that bear theirs. */
final class AllSystems {
    static final Pseudonyms PSEUDONYMS = Pseudonyms.of("a secret of the tests");
    static final Instant NOON = Instant.parse("2025-11-25T12:00:00Z");
    static final String NOON_TEXT = "\"2025-11-25T12:00:00.000Z\"";

    private static final Policy<String> OWNER =
            (user, id) -> id.startsWith(user) ? Decision.allow("owner") : Decision.deny("not the owner");

    final RecordingRealtimeService recording = new RecordingRealtimeService();
    final TypedRealtime realtime;

    AllSystems() {
        this(UnaryOperator.identity(), VoteDisclosure.ON_REVEAL);
    }

    AllSystems(UnaryOperator<RegistryBuilder<String>> more, VoteDisclosure disclosure) {
        realtime = new TypedRealtime(recording, more.apply(declared(disclosure)).build());
    }

    static Member member(String user) {
        return new Member(user, Map.of("name", user, "avatar", "/" + user + ".png"));
    }

    static Registry<String> registry() {
        return declared(VoteDisclosure.ON_REVEAL).build();
    }

    private static RegistryBuilder<String> declared(VoteDisclosure disclosure) {
        return Registry.<String>builder()
                .with(new UserChannels<>(user -> user))
                .with(new AuctionChannels<>(OWNER, PSEUDONYMS, false))
                .with(new ConversationChannels<>(OWNER))
                .with(new TenantChannels<>(OWNER, OWNER))
                .with(new RoomChannels<>(OWNER, AllSystems::member))
                .with(new CatalogueChannels<>(OWNER, OWNER, AllSystems::member))
                .with(new PokerChannels<>(OWNER, AllSystems::member, disclosure))
                .with(new InboxChannels<>(OWNER, AllSystems::member))
                .with(new AnnouncementChannels<>());
    }

    void publish(Object event) {
        realtime.publish(event).toCompletableFuture().join();
    }

    /** What one channel has got, each as its name, a space and its data. */
    List<String> on(String channel) {
        return recording.on(channel).events().stream().map(AllSystems::text).toList();
    }

    private static String text(RecordedEvent event) {
        return event.name() + " " + event.data();
    }
}
