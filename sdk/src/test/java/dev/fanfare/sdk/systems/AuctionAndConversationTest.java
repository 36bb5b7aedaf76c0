package dev.fanfare.sdk.systems;

import static dev.fanfare.sdk.systems.AllSystems.NOON;
import static dev.fanfare.sdk.systems.AllSystems.NOON_TEXT;
import static dev.fanfare.sdk.systems.AllSystems.PSEUDONYMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import dev.fanfare.sdk.systems.auction.AuctionEvents;
import dev.fanfare.sdk.systems.auction.BidPlaced;
import dev.fanfare.sdk.systems.conversation.ConversationEvents;
import dev.fanfare.sdk.systems.conversation.ConversationUpdated;
import dev.fanfare.sdk.systems.conversation.LastMessage;
import dev.fanfare.sdk.systems.conversation.MessageSent;
import dev.fanfare.sdk.systems.conversation.Participant;
import dev.fanfare.sdk.systems.conversation.Typing;
import dev.fanfare.sdk.systems.poker.VoteDisclosure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuctionAndConversationTest {
    private static final MessageSent MESSAGE = new MessageSent("m1", "Hi", NOON, "ann", "c1");
    private static final List<Participant> BOTH = List.of(new Participant("ann", "Ann"), new Participant("bob", "Bob"));

    private final AllSystems systems = new AllSystems();

    private static String bid(String bidder) {
        return "bid-placed {\"pusherCurrentPriceMinor\":1250,\"pusherHighestBidderId\":\"" + bidder
                + "\",\"pusherEndAt\":" + NOON_TEXT + ",\"pusherBidsCount\":3}";
    }

    @Test
    void aBidHasFourFieldsAndNamesItsBidderOnThePrivateChannelOnly() {
        new AuctionEvents(systems.realtime).emitBidPlaced("a1", 1250, "ann", NOON, 3);

        String pseudonym = AuctionChannels.pseudonym(PSEUDONYMS, "a1", "ann");
        assertThat(systems.on("auction-a1")).containsExactly(bid(pseudonym));
        assertThat(systems.on("private-auction-a1")).containsExactly(bid("ann"));
        assertThat(pseudonym).doesNotContain("ann").isNotEqualTo(AuctionChannels.pseudonym(PSEUDONYMS, "a2", "ann"));
    }

    @Test
    void nobodyOutsideHearsOfAnAuctionByInvitation() {
        systems.publish(new BidPlaced("a1", 1250, "ann", NOON, 3, true));

        assertThat(systems.on("auction-a1")).isEmpty();
        assertThat(systems.on("private-auction-a1")).containsExactly(bid("ann"));
    }

    @Test
    void thePublicChannelNamesBiddersIfTheApplicationSaysSo() {
        RecordingRealtimeService recording = new RecordingRealtimeService();
        Registry<String> registry = Registry.<String>builder()
                .with(new AuctionChannels<>((user, id) -> Decision.allow("all"), PSEUDONYMS, true))
                .build();

        new AuctionEvents(new TypedRealtime(recording, registry)).emitBidPlaced("a1", 1250, "ann", NOON, 3);

        assertThat(recording.on("auction-a1").once().data()).contains("\"pusherHighestBidderId\":\"ann\"");
    }

    @Test
    void thePublicChannelOfAuctionsCanBeSilenced() {
        AllSystems silent =
                new AllSystems(builder -> builder.silence(List.of(AuctionChannels.PUBLIC)), VoteDisclosure.ON_REVEAL);

        silent.publish(new BidPlaced("a1", 1250, "ann", NOON, 3, false));

        assertThat(silent.on("auction-a1")).isEmpty();
        assertThat(silent.on("private-auction-a1")).hasSize(1);
    }

    @Test
    void aMessageIsToldInBothDialects() {
        new ConversationEvents(systems.realtime).emitNewMessageEvent(MESSAGE);

        assertThat(systems.on("private-conversation-c1"))
                .containsExactly(
                        "message:new {\"id\":\"m1\",\"text\":\"Hi\",\"sentAt\":" + NOON_TEXT
                                + ",\"senderId\":\"ann\",\"conversationId\":\"c1\"}",
                        "new-message {\"id\":\"m1\",\"conversationId\":\"c1\",\"senderId\":\"ann\",\"content\":\"Hi\","
                                + "\"createdAt\":" + NOON_TEXT + "}");
    }

    @Test
    void theOtherDialectCanBeSilenced() {
        AllSystems primary = new AllSystems(RegistryBuilder::silenceAliases, VoteDisclosure.ON_REVEAL);

        primary.publish(MESSAGE);

        assertThat(primary.on("private-conversation-c1"))
                .singleElement()
                .asString()
                .startsWith("message:new ");
    }

    @Test
    void eachParticipantIsToldHowManyMessagesTheyHaveNotRead() {
        new ConversationEvents(systems.realtime)
                .emitConversationUpdatedForUsers(
                        new ConversationUpdated("c1", LastMessage.of(MESSAGE), BOTH, Map.of("bob", 4)));

        String before =
                "conversation:updated {\"conversationId\":\"c1\",\"lastMessage\":{\"id\":\"m1\",\"text\":\"Hi\","
                        + "\"sentAt\":" + NOON_TEXT + ",\"senderId\":\"ann\"},\"unreadCount\":";
        String after = ",\"participants\":[{\"id\":\"ann\",\"name\":\"Ann\"},{\"id\":\"bob\",\"name\":\"Bob\"}]}";
        assertThat(systems.on("private-user-ann")).containsExactly(before + 0 + after);
        assertThat(systems.on("private-user-bob")).containsExactly(before + 4 + after);
    }

    @Test
    void aConversationWithoutMessagesIsInTheListsToo() {
        systems.publish(new ConversationUpdated("c1", null, BOTH, Map.of()));

        assertThat(systems.on("private-user-bob"))
                .singleElement()
                .asString()
                .contains("\"lastMessage\":null,\"unreadCount\":0");
    }

    @Test
    void whatTheApplicationWritesHasNoSender() {
        systems.publish(new MessageSent("m2", "Sold", NOON, null, "c1"));

        assertThat(systems.on("private-conversation-c1")).allMatch(event -> event.contains("\"senderId\":null"));
    }

    @Test
    void readingIsTold() {
        new ConversationEvents(systems.realtime).emitConversationRead("c1", "bob", NOON);

        assertThat(systems.on("private-conversation-c1"))
                .containsExactly("conversation:read {\"conversationId\":\"c1\",\"readerId\":\"bob\",\"readAt\":"
                        + NOON_TEXT + "}");
    }

    @Test
    void typingIsToldAsAStateAndAsABeginningOrEnd() {
        systems.publish(new Typing("c1", "bob", true));
        systems.publish(new Typing("c1", "bob", false));

        String begun = "{\"conversationId\":\"c1\",\"userId\":\"bob\",\"isTyping\":true}";
        String ceased = begun.replace("true", "false");
        assertThat(systems.on("private-conversation-c1"))
                .containsExactly(
                        "typing " + begun, "typing:start " + begun, "typing " + ceased, "typing:stop " + ceased);
    }
}
