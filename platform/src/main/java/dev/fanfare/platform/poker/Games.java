package dev.fanfare.platform.poker;

import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.Ledger;
import dev.fanfare.sdk.registry.EventPublisher;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Changes sessions: each change in one transaction that has the session for itself, and tells of it. */
@Service
class Games {
    private final PokerTable sessions;
    private final GameTable games;
    private final Tenants tenants;
    private final Ledger ledger;
    private final EventPublisher publisher;
    private final PokerViews views;

    Games(
            PokerTable sessions,
            GameTable games,
            Tenants tenants,
            Ledger ledger,
            EventPublisher publisher,
            PokerViews views) {
        this.sessions = sessions;
        this.games = games;
        this.tenants = tenants;
        this.ledger = ledger;
        this.publisher = publisher;
        this.views = views;
    }

    /**
     * A session as a user sees it.
     *
     * @throws Problem 404 if there is none for them
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PokerView see(String sessionId, String userId) {
        return views.of(games.load(admitted(sessions.find(sessionId), userId)), userId);
    }

    /**
     * Lets a user change a session.
     *
     * @return what it is then
     * @throws Problem 404 if there is none for them, and what the change throws, which then has not happened
     */
    PokerView change(String sessionId, String userId, Consumer<Game> change) {
        return ledger.change(() -> {
            Game game = games.load(admitted(sessions.lock(sessionId), userId));
            PokerMember member = game.member(userId);
            if (member != null) {
                game.member(member.acting());
            }
            apply(game, change);
            return views.of(game, userId);
        });
    }

    /** The same for what no user does. Nothing happens if there is no such session. */
    void change(String sessionId, Consumer<Game> change) {
        ledger.change(() -> {
            PokerSession session = sessions.lock(sessionId);
            if (session != null) {
                apply(games.load(session), change);
            }
            return sessionId;
        });
    }

    private void apply(Game game, Consumer<Game> change) {
        Course course = new Course(game);
        course.goOn();
        change.accept(game);
        course.goOn();
        keep(game);
    }

    /** Keeps a changed session and tells of it, in the transaction that there is. */
    void keep(Game game) {
        games.save(game);
        if (game.isDifferent()) {
            publisher.publishAll(game.news());
        }
    }

    /** The session itself; 404 if there is none for that user. */
    PokerSession admitted(@Nullable PokerSession session, String userId) {
        if (session == null || !tenants.isMember(session.tenantId(), userId)) {
            throw Problem.notFound();
        }
        return session;
    }
}
