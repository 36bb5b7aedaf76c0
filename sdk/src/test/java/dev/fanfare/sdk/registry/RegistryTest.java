package dev.fanfare.sdk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.testsupport.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    private record BidPlaced(String auctionId, long amount) {}

    private record Announced(String text) {}

    private static final Registry<String> REGISTRY = Registry.<String>builder()
            .channel(
                    "auction-{auctionId}",
                    channel -> channel.carries("bid-placed", BidPlaced.class, BidPlaced::auctionId))
            .channel("auction-house-{houseId}", channel -> {})
            .channel("announcements", channel -> channel.carries("announced", Announced.class))
            .channel(
                    "private-user-{userId}",
                    channel -> channel.allows(
                            (user, id) -> user.equals(id) ? Decision.allow("own") : Decision.deny("another's")))
            .channel(
                    "presence-product-{productId}",
                    channel -> channel.allows((user, id) -> Decision.allow("anybody"))
                            .showsMember(user -> new Member(user, null)))
            .build();

    private static @Nullable String found(String name) {
        ChannelName channel = Checked.channel(name);
        Registry.Match<String> match = REGISTRY.find(channel);
        return match == null ? null : match.channel().pattern() + " " + match.id();
    }

    @ParameterizedTest
    @CsvSource({
        "auction-1, auction-{auctionId} 1",
        "auction-house, auction-{auctionId} house",
        "auction-house-7, auction-house-{houseId} 7",
        "auction-house-, auction-{auctionId} house-",
        "private-user-a_b-c, private-user-{userId} a_b-c",
        "announcements, 'announcements '",
        "presence-product-9, presence-product-{productId} 9"
    })
    void theMostExactPatternIsFound(String name, String match) {
        assertThat(found(name)).isEqualTo(match);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auction-", "auction", "announcements-2", "private-user-", "private-encrypted-user-1", "other"})
    void whatWasNotDeclaredIsNotFound(String name) {
        assertThat(found(name)).isNull();
    }

    @Test
    void aRecordKnowsItsChannelAndItsName() {
        BidPlaced bid = new BidPlaced("77", 5);

        assertThat(REGISTRY.outbound(bid)).containsExactly(OutboundEvent.of("auction-77", "bid-placed", bid));
        assertThat(REGISTRY.outbound(new Announced("x")))
                .containsExactly(OutboundEvent.of("announcements", "announced", new Announced("x")));
        assertThatThrownBy(() -> REGISTRY.outbound("text")).hasMessage("No channel carries java.lang.String");
    }

    @Test
    void recordsArePublishedWhereTheyBelong() {
        RecordingRealtimeService recording = new RecordingRealtimeService();
        TypedRealtime realtime = new TypedRealtime(recording, REGISTRY);

        realtime.publish(new BidPlaced("77", 5), "1.2");
        realtime.publishAll(List.of(new BidPlaced("78", 6), new Announced("x")));

        assertThat(recording.on("auction-77").got("bid-placed").once().exceptSocketId())
                .isEqualTo("1.2");
        recording.on("auction-78").with(new BidPlaced("78", 6)).once();
        recording.on("announcements").got("announced").once();
    }

    @Test
    void everyIdThatANameMayHoldComesBackOutOfTheName() {
        String alphabet = "ABCXYZabcxyz0189_-=@,.;";
        Property.check(2_000, random -> {
            StringBuilder id = new StringBuilder();
            for (int length = random.nextInt(1, 40); length > 0; length--) {
                id.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            ChannelPattern pattern = ChannelPattern.parse("private-user-{userId}");
            assertThat(pattern.id(pattern.channel(id.toString()))).isEqualTo(id.toString());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "a/b", "ü"})
    void anIdThatIsNoneIsRefusedBeforeAnythingIsSent(String id) {
        assertThatThrownBy(() -> REGISTRY.outbound(new BidPlaced(id, 1))).isInstanceOf(RealtimeException.class);
    }

    @ParameterizedTest
    @CsvSource({"private-{id}, encrypted-x", "private-{id}, cache-x"})
    void anIdThatWouldChangeTheTypeOfItsChannelIsRefused(String pattern, String id) {
        assertThatThrownBy(() -> ChannelPattern.parse(pattern).channel(id))
                .hasMessageContaining("would be of another type");
    }

    @Test
    void whatIsMissingStopsTheBuildAllAtOnce() {
        RegistryBuilder<String> builder = Registry.<String>builder()
                .channel("private-a-{id}", channel -> {})
                .channel("presence-b-{id}", channel -> channel.allows((user, id) -> Decision.allow("x")))
                .channel("c-{id}", channel -> channel.allows((user, id) -> Decision.allow("x")))
                .channel("d", channel -> channel.carries("e", Announced.class))
                .channel("d", channel -> channel.carries("f", Announced.class));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("private-a-{id} says nobody may subscribe")
                .hasMessageContaining("presence-b-{id} does not say how members look")
                .hasMessageContaining("c-{id} is public")
                .hasMessageContaining("d is declared twice")
                .hasMessageContaining("carries two events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{id}", "a-{id}-b", "a b", "a-{1}", "a-{}"})
    void aPatternThatIsNoneIsRefused(String pattern) {
        assertThatThrownBy(() -> ChannelPattern.parse(pattern)).hasMessageStartingWith("Pattern `" + pattern + "`");
    }
}
