package dev.fanfare.sdk.systems.poker;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Two channels for each session that hear the same: a public one, and a presence one that says who is there. An application without
 * the public one silences {@link #PUBLIC}. Needs {@link UserChannels}.
 *
 * @param players who may subscribe to the presence channel of a session
 * @param player how they look to the others
 * @param disclosure when votes are shown
 */
public record PokerChannels<U>(Policy<U> players, Function<U, Member> player, VoteDisclosure disclosure)
        implements Consumer<RegistryBuilder<U>> {
    public static final String PUBLIC = "planning-poker-{sessionId}";
    public static final String PRESENCE = "presence-planning-poker-{sessionId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PUBLIC, channel -> {})
                .channel(PRESENCE, channel -> channel.allows(players).showsMember(player))
                .event(VoteCast.class, this::voteCast);
        whole(registry, "vote-retracted", VoteRetracted.class, VoteRetracted::sessionId);
        whole(registry, "votes-revealed", VotesRevealed.class, VotesRevealed::sessionId);
        whole(registry, "member-joined", MemberJoined.class, MemberJoined::sessionId);
        whole(registry, "task-finalized", TaskFinalized.class, TaskFinalized::sessionId);
        whole(registry, "session-ended", SessionEnded.class, SessionEnded::sessionId);
    }

    private void voteCast(Projection<VoteCast> projection) {
        Function<VoteCast, Vote> seen = disclosure == VoteDisclosure.LIVE ? Vote::shown : Vote::hidden;
        projection
                .to(PUBLIC, "vote", Vote.class, VoteCast::sessionId, seen)
                .to(PRESENCE, "vote", Vote.class, VoteCast::sessionId, seen)
                .to(UserChannels.PATTERN, "vote", Vote.class, VoteCast::userId, Vote::shown);
    }

    private static <U, E> void whole(
            RegistryBuilder<U> registry, String name, Class<E> type, Function<E, String> session) {
        registry.event(
                type, projection -> projection.whole(PUBLIC, name, session).whole(PRESENCE, name, session));
    }
}
