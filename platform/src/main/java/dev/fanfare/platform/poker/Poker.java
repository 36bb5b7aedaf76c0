package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.Ledger;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Planning poker as the rest of the application plays it. */
@Service
public class Poker {
    private final PokerTable sessions;
    private final GameTable gameTable;
    private final Games games;
    private final Tenants tenants;
    private final Ledger ledger;

    Poker(PokerTable sessions, GameTable gameTable, Games games, Tenants tenants, Ledger ledger) {
        this.sessions = sessions;
        this.gameTable = gameTable;
        this.games = games;
        this.tenants = tenants;
        this.ledger = ledger;
    }

    public boolean isEmpty() {
        return sessions.isEmpty();
    }

    /**
     * Begins a session, with its first task, and with whoever begins it as the facilitator.
     *
     * @return its id
     * @throws Problem 400 saying what is wrong with it, 409 if its project has one
     */
    public String open(String userId, NewSession wanted) {
        if (wanted.role() != null && Role.of(wanted.role()) != Role.FACILITATOR) {
            throw Problem.malformed("invalid", "role is not facilitator");
        }
        List<String> own = tenants.of(userId);
        if (own.isEmpty()) {
            throw Problem.forbidden("no_tenant", "You are in no tenant");
        }
        Instant now = gameTable.now();
        PokerSession session = new PokerSession(
                Ids.next(),
                own.getFirst(),
                wanted.title().strip(),
                stripped(wanted.project()),
                Deck.of(wanted.deck(), wanted.cards()),
                Boolean.TRUE.equals(wanted.autoReveal()),
                null,
                null,
                null,
                null,
                1,
                now);
        try {
            return ledger.change(() -> {
                sessions.add(session);
                Game game = gameTable.begin(session);
                game.member(PokerMember.of(userId, Role.FACILITATOR, now));
                wanted.tasks()
                        .forEach(task -> game.task(
                                PokerTask.of(Ids.next(), task.title().strip(), stripped(task.description()))));
                game.goTo(game.tasks().getFirst());
                games.keep(game);
                return session.id();
            });
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("session_active", "The project has a session that goes on", Map.of());
        }
    }

    static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Comes in to vote. */
    public void join(String sessionId, Account account) {
        games.change(sessionId, account.id(), game -> new Company(game).join(account.id(), account.name(), Role.VOTER));
    }

    /** Votes on whatever is voted on now. */
    public void vote(String sessionId, String userId, String card) {
        games.change(sessionId, userId, game -> {
            Voting voting = new Voting(game);
            voting.vote(userId, voting.current(null).id(), new StoryPoints(card));
        });
    }

    public void reveal(String sessionId, String userId) {
        games.change(sessionId, userId, game -> new Voting(game).reveal(userId, null));
    }

    /** Settles what the current task takes and goes on to the next. */
    public void finalizeTask(String sessionId, String userId, String card) {
        games.change(sessionId, userId, game -> new Agenda(game).finalizeTask(userId, null, new StoryPoints(card)));
    }
}
