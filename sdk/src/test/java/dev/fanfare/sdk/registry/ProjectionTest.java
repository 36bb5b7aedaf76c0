package dev.fanfare.sdk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
    /** A vote as the application has it: what others may not see is in it. */
    private record VoteCast(String sessionId, String userId, int points, boolean announced) {}

    private record Vote(String userId, @Nullable Integer points) {}

    private record Noise(String text) {}

    private static Registry<String> registry(UnaryOperator<RegistryBuilder<String>> more) {
        RegistryBuilder<String> builder = Registry.<String>builder()
                .channel("planning-{sessionId}", channel -> {})
                .channel(
                        "presence-planning-{sessionId}",
                        channel -> channel.allows((user, id) -> Decision.allow("plays"))
                                .showsMember(user -> new Member(user, null)))
                .channel("private-user-{userId}", channel -> channel.allows((user, id) -> Decision.allow("own")))
                .channel("status", channel -> channel.carries("noise", Noise.class))
                .event(VoteCast.class, ProjectionTest::projection);
        return more.apply(builder).build();
    }

    private static void projection(Projection<VoteCast> projection) {
        projection
                .to("planning-{sessionId}", "vote", Vote.class, VoteCast::sessionId, ProjectionTest::masked)
                .alias("presence-planning-{sessionId}", "vote", Vote.class, VoteCast::sessionId, ProjectionTest::masked)
                .toEach(
                        "private-user-{userId}",
                        "voted",
                        Vote.class,
                        vote -> List.of(vote.userId(), "host", "host"),
                        (vote, user) ->
                                new Vote(vote.userId(), user.equals(vote.userId()) ? (Integer) vote.points() : null))
                .to("status", "voting", Noise.class, vote -> vote.announced() ? new Noise("somebody votes") : null);
    }

    private static Vote masked(VoteCast vote) {
        return new Vote(vote.userId(), null);
    }

    private static final VoteCast CAST = new VoteCast("s1", "ann", 8, true);

    private static OutboundEvent sent(String channel, String event, Object payload) {
        return OutboundEvent.of(channel, event, payload).exactly();
    }

    @Test
    void eachWhoHearsOfAnEventSeesItsOwnPartOfIt() {
        assertThat(registry(UnaryOperator.identity()).outbound(CAST))
                .containsExactly(
                        sent("planning-s1", "vote", new Vote("ann", null)),
                        sent("presence-planning-s1", "vote", new Vote("ann", null)),
                        sent("private-user-ann", "voted", new Vote("ann", 8)),
                        sent("private-user-host", "voted", new Vote("ann", null)),
                        sent("status", "voting", new Noise("somebody votes")));
    }

    @Test
    void whoIsToSeeNothingOfItHearsNothing() {
        assertThat(registry(UnaryOperator.identity()).outbound(new VoteCast("s1", "ann", 8, false)))
                .hasSize(4)
                .noneMatch(event -> event.name().equals("voting"));
    }

    @Test
    void aChannelNamesWhatItsClientsMayHear() {
        Map<String, List<EventDeclaration>> heard = registry(UnaryOperator.identity()).channels().stream()
                .collect(Collectors.toMap(channel -> channel.pattern().toString(), ChannelDeclaration::events));

        assertThat(heard)
                .containsEntry("presence-planning-{sessionId}", List.of(new EventDeclaration("vote", Vote.class, true)))
                .containsEntry(
                        "status",
                        List.of(
                                new EventDeclaration("noise", Noise.class, false),
                                new EventDeclaration("voting", Noise.class, false)));
    }

    @Test
    void aliasesGoOutNoMoreWhenTheyAreSilenced() {
        assertThat(registry(RegistryBuilder::silenceAliases).outbound(CAST))
                .extracting(event -> event.channels().getFirst())
                .containsExactly("planning-s1", "private-user-ann", "private-user-host", "status");
    }

    @Test
    void oneEventOrAllOfAPatternAreSilenced() {
        Registry<String> registry = registry(builder ->
                builder.silence(List.of("private-user-{userId}", "planning-{sessionId} vote", "status noise")));

        assertThat(registry.outbound(CAST))
                .extracting(event -> event.channels().getFirst())
                .containsExactly("presence-planning-s1", "status");
        assertThat(registry.outbound(new Noise("x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"planning", "planning-{sessionId} votes", "planning-{sessionId} ", "vote"})
    void silencingWhatIsNotThereStopsTheBuild(String entry) {
        assertThatThrownBy(() -> registry(builder -> builder.silence(List.of(entry))))
                .hasMessage("`" + entry + "` is silenced, but never declared");
    }

    @Test
    void projectionsThatLeadNowhereStopTheBuild() {
        RegistryBuilder<String> builder = Registry.<String>builder()
                .channel("a-{id}", channel -> channel.carries("lost", Noise.class))
                .event(
                        VoteCast.class,
                        votes -> votes.to("b-{id}", "vote", Vote.class, v -> "1", ProjectionTest::masked));

        assertThatThrownBy(builder::build)
                .hasMessageContaining("Event lost does not say which channel of a-{id} it belongs to")
                .hasMessageContaining("Event vote goes to b-{id}, which is not declared");
    }

    @Test
    void whatIsAnOutboundEventAlreadyStaysAsItIs() {
        OutboundEvent event = OutboundEvent.of("anything", "at-all", Map.of());

        assertThat(registry(UnaryOperator.identity()).outbound(event)).containsExactly(event);
    }

    @Test
    void whoCausedItDoesNotHearOfItOnAnyChannel() {
        RecordingRealtimeService recording = new RecordingRealtimeService();

        new TypedRealtime(recording, registry(UnaryOperator.identity())).publish(CAST, "1.2");

        for (String channel : List.of("planning-s1", "presence-planning-s1", "private-user-ann", "status")) {
            assertThat(recording.on(channel).once().exceptSocketId()).isEqualTo("1.2");
        }
    }

    @Test
    void nothingIsSentWhenAllOfItIsSilenced() {
        RecordingRealtimeService recording = new RecordingRealtimeService();
        Registry<String> registry = registry(builder -> builder.silence(List.of("status")));

        assertThat(new TypedRealtime(recording, registry).publish(new Noise("x")))
                .isCompleted();
        recording.on("status").never();
    }
}
