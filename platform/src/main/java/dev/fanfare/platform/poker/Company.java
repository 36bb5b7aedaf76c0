package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.poker.MemberJoined;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who plays, and who leads. */
record Company(Game game) {
    static final int MOST_MEMBERS = 100;

    /**
     * Comes in. Whoever is in may so begin to watch, or to vote.
     *
     * @param wanted voter or spectator; null for voter, or to stay what one is
     */
    void join(String userId, String name, @Nullable Role wanted) {
        game.checkGoesOn();
        if (wanted != null && wanted.leads()) {
            throw Problem.malformed("invalid", "role is none of voter, spectator");
        }
        PokerMember member = game.member(userId);
        if (member != null) {
            if (wanted != null && !member.role().leads()) {
                become(member, wanted);
            }
            return;
        }
        if (game.members().size() >= MOST_MEMBERS) {
            throw Problem.conflict("session_full", "A session has at most " + MOST_MEMBERS + " members", Map.of());
        }
        game.member(PokerMember.of(userId, wanted == null ? Role.VOTER : wanted, afterAllOthers()));
        game.tell(new MemberJoined(game.session().id(), userId, name));
    }

    /** Now, unless others came in the same moment: who came first shall be known. */
    private Instant afterAllOthers() {
        return game.members().stream()
                .map(member -> member.joinedAt().plusMillis(1))
                .filter(next -> next.isAfter(game.now()))
                .max(Comparator.naturalOrder())
                .orElse(game.now());
    }

    /** Goes, with a vote that nobody has seen. Nothing happens if they have gone. */
    void leave(String userId) {
        if (game.member(userId) == null || game.session().isEnded()) {
            return;
        }
        new Voting(game).withdraw(userId);
        game.removeMember(userId);
        game.changed();
    }

    /** Gives a role to somebody. There is one facilitator: whoever gives that away still helps. */
    void assign(String userId, String memberId, Role role) {
        PokerMember facilitator = game.player(userId);
        if (facilitator.role() != Role.FACILITATOR) {
            throw Problem.forbidden("Only the facilitator does that");
        }
        game.checkGoesOn();
        PokerMember member = game.member(memberId);
        if (member == null) {
            throw Problem.notFound();
        }
        if (memberId.equals(userId)) {
            if (role != Role.FACILITATOR) {
                throw Problem.conflict("facilitator_needed", "Make somebody else the facilitator first", Map.of());
            }
            return;
        }
        if (role == Role.FACILITATOR) {
            game.member(facilitator.as(Role.COFACILITATOR));
        }
        become(member, role);
    }

    private void become(PokerMember member, Role role) {
        if (member.role() == role) {
            return;
        }
        if (!role.votes()) {
            new Voting(game).withdraw(member.userId());
        }
        game.member(member.as(role));
        game.changed();
    }

    /** Notes who is in the session's presence channel, as the server has it. */
    void attend(Set<String> here) {
        for (PokerMember member : game.members()) {
            game.member(here.contains(member.userId()) ? member.connected() : member.disconnected(game.now()));
        }
    }

    /**
     * Makes somebody the facilitator if there is none, or has been none here for too long: somebody who helped if possible, else who
     * votes, of those who are here the one who has been in the session for longest.
     */
    void handOver() {
        Optional<PokerMember> facilitator = facilitator();
        if (facilitator.isPresent() && !facilitator.get().isGone(game.settings().hostGrace(), game.now())) {
            return;
        }
        heirs().findFirst().ifPresent(heir -> {
            facilitator.ifPresent(before -> game.member(before.as(Role.COFACILITATOR)));
            game.member(heir.as(Role.FACILITATOR));
            game.changed();
        });
    }

    Optional<PokerMember> facilitator() {
        return game.members().stream()
                .filter(member -> member.role() == Role.FACILITATOR)
                .findFirst();
    }

    /** Who might become the facilitator, the first of them before the others. */
    Stream<PokerMember> heirs() {
        return game.members().stream()
                .filter(member -> member.isHere() && member.role() != Role.FACILITATOR)
                .filter(member -> member.role().votes())
                .sorted(Comparator.comparing(PokerMember::role));
    }
}
