package dev.fanfare.platform.poker;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens to a session by itself. */
record Course(Game game) {
    /** Does what was due: the session may have waited for it while no platform ran. */
    void goOn() {
        if (game.session().isEnded()) {
            return;
        }
        Instant timerEndsAt = game.session().timerEndsAt();
        if (timerEndsAt != null && !game.now().isBefore(timerEndsAt)) {
            game.session(game.session().withTimer(null));
            game.changed();
            new Voting(game).revealWhatThereIs();
        }
        new Voting(game).revealIfComplete();
        new Company(game).handOver();
    }

    /** When it has something to do next; null if it has nothing. */
    @Nullable
    Instant due() {
        if (game.session().isEnded()) {
            return null;
        }
        return Stream.of(Stream.ofNullable(game.session().timerEndsAt()), handOver(), absences())
                .flatMap(times -> times)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When somebody else becomes the facilitator. */
    private Stream<Instant> handOver() {
        Company company = new Company(game);
        return company.heirs().findAny().isEmpty()
                ? Stream.empty()
                : company.facilitator().stream()
                        .flatMap(facilitator -> Stream.ofNullable(facilitator.goneSince()))
                        .map(goneSince -> goneSince.plus(game.settings().hostGrace()));
    }

    /** When somebody is waited for no longer, which may complete the votes: for those who are not any more it has not. */
    private Stream<Instant> absences() {
        return !game.session().autoReveal() || !game.isVoting() || game.votes().isEmpty()
                ? Stream.empty()
                : game.members().stream()
                        .filter(member -> !game.votes().containsKey(member.userId()))
                        .flatMap(member -> Stream.ofNullable(member.goneSince()))
                        .map(goneSince -> goneSince.plus(game.settings().absenceGrace()))
                        .filter(time -> time.isAfter(game.now()));
    }
}
