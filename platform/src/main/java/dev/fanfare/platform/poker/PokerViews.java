package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.systems.poker.PokerChannels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows sessions to users: to each what they may know. */
@Component
class PokerViews {
    private static final String ID = "{sessionId}";

    private final Accounts accounts;
    private final PokerSettings settings;

    PokerViews(Accounts accounts, PokerSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    PokerView of(Game game, String userId) {
        PokerSession session = game.session();
        PokerTask current = game.current();
        boolean isShown = game.isRevealed() || game.isVoting() && settings.isLive();
        return new PokerView(
                session.id(),
                session.title(),
                session.project(),
                status(session),
                session.deck(),
                game.tasks().stream().map(PokerView.Task::of).toList(),
                session.currentTaskId(),
                game.isRevealed() ? "revealed" : "voting",
                current == null ? 0 : current.round(),
                players(game),
                isShown ? Voting.listed(game.votes()) : null,
                isShown ? Statistics.of(session.deck(), game.votes().values()) : null,
                session.autoReveal(),
                session.timerEndsAt(),
                session.endedReason(),
                session.version(),
                session.createdAt(),
                session.endedAt(),
                game.now(),
                you(game, userId),
                channel(session.id()));
    }

    static String status(PokerSession session) {
        return session.isEnded() ? "ended" : "active";
    }

    static String channel(String sessionId) {
        return PokerChannels.PRESENCE.replace(ID, sessionId);
    }

    private List<PokerView.Player> players(Game game) {
        List<PokerMember> members = game.members();
        Map<String, Person> people =
                accounts.people(members.stream().map(PokerMember::userId).toList());
        return members.stream()
                .map(member -> player(member, people.get(member.userId()), game))
                .toList();
    }

    private static PokerView.Player player(PokerMember member, @Nullable Person person, Game game) {
        return new PokerView.Player(
                member.userId(),
                person == null ? member.userId() : person.name(),
                person == null ? null : person.avatar(),
                member.role().word(),
                game.votes().containsKey(member.userId()));
    }

    private static PokerView.You you(Game game, String userId) {
        PokerMember member = game.member(userId);
        return new PokerView.You(
                member == null ? null : member.role().word(), game.votes().get(userId));
    }
}
