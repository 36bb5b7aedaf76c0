package dev.fanfare.platform.poker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import dev.fanfare.sdk.systems.poker.VoteDisclosure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens by itself, at times that the test says. */
class CourseTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final PokerSettings SETTINGS =
            new PokerSettings(VoteDisclosure.ON_REVEAL, true, Duration.ofSeconds(10), Duration.ofSeconds(60), 240);

    private final Map<String, StoryPoints> votes = new LinkedHashMap<>();
    private Game game = game(true, START);

    private static PokerMember member(String name, Role role, int minute) {
        return PokerMember.of(name, role, START.plusSeconds(60L * minute)).connected();
    }

    /** One that has gone on until then. */
    private Game game(boolean autoReveal, Instant now) {
        PokerTask task = PokerTask.of("task", "Task", null).voting();
        PokerSession session = new PokerSession(
                "id", "org", "A sprint", null, Deck.of(null, null), autoReveal, "task", null, null, null, 1, START);
        List<PokerMember> members = List.of(
                member("host", Role.FACILITATOR, 0),
                member("watcher", Role.SPECTATOR, 1),
                member("first", Role.VOTER, 2),
                member("second", Role.VOTER, 3));
        return new Game(session, List.of(task), members, any -> votes, SETTINGS, now);
    }

    private Game later(int seconds) {
        return new Game(
                game.session(),
                game.tasks(),
                game.members(),
                any -> votes,
                SETTINGS,
                game.now().plusSeconds(seconds));
    }

    private void attend(String... here) {
        new Company(game).attend(Set.of(here));
    }

    private void vote(String... names) {
        for (String name : names) {
            new Voting(game).vote(name, "task", new StoryPoints("5"));
        }
        votes.putAll(game.votes());
    }

    private void goOn(int seconds) {
        game = later(seconds);
        new Course(game).goOn();
    }

    private String facilitator() {
        return new Company(game).facilitator().orElseThrow().userId();
    }

    /** As it is once it was kept: members in the order in which the table has them. */
    private void keepAndLoad() {
        List<PokerMember> members = game.members().stream()
                .sorted(Comparator.comparing(PokerMember::joinedAt).thenComparing(PokerMember::userId))
                .toList();
        game = new Game(game.session(), game.tasks(), members, any -> votes, SETTINGS, game.now());
    }

    @Test
    void whoComesInTheSameMomentAsAnotherStaysBehindThem() {
        game = later(600);
        for (String name : List.of("zoe", "mia", "abe")) {
            new Company(game).join(name, name, Role.VOTER);
            keepAndLoad();
        }

        assertThat(game.members())
                .extracting(PokerMember::userId)
                .containsExactly("host", "watcher", "first", "second", "zoe", "mia", "abe");
        attend("zoe", "mia", "abe");
        assertThat(new Company(game).heirs().findFirst())
                .map(PokerMember::userId)
                .contains("zoe");
    }

    @Test
    void whoIsGoneForLessThanTheGraceStaysTheFacilitator() {
        attend("first", "second");
        assertThat(new Course(game).due()).isEqualTo(START.plusSeconds(60));
        goOn(59);
        assertThat(facilitator()).isEqualTo("host");
        attend("host", "first");
        goOn(600);
        assertThat(facilitator()).isEqualTo("host");
    }

    @Test
    void whoIsGoneForLongerIsFollowedByTheLongestStandingVoterWhoIsHereAndHelpsFromThenOn() {
        attend("watcher", "second");
        goOn(60);

        assertThat(facilitator()).isEqualTo("second");
        assertThat(game.member("host").role()).isEqualTo(Role.COFACILITATOR);
        assertThat(game.isDifferent()).isTrue();
        assertThat(new Course(game).due()).isNull();
        goOn(1);
        assertThat(game.isDifferent()).isFalse();
    }

    @Test
    void whoHelpsFollowsBeforeAnybodyElse() {
        new Company(game).assign("host", "second", Role.COFACILITATOR);
        attend("first", "second");
        goOn(60);

        assertThat(facilitator()).isEqualTo("second");
    }

    @Test
    void ifNobodyIsHereWhoeverComesBackFirstFollows() {
        attend("watcher");
        assertThat(new Course(game).due()).isNull();
        goOn(3600);
        assertThat(facilitator()).isEqualTo("host");

        attend("watcher", "second");
        new Course(game).goOn();
        assertThat(facilitator()).isEqualTo("second");
    }

    @Test
    void votesAreRevealedOnceAllWhoAreHereAndDoNotOnlyWatchHaveVoted() {
        vote("host", "first");
        new Course(game).goOn();
        assertThat(game.isRevealed()).isFalse();
        attend("host", "watcher", "first");
        assertThat(new Course(game).due()).isEqualTo(START.plusSeconds(10));
        goOn(9);
        assertThat(game.isRevealed()).isFalse();

        goOn(1);
        assertThat(game.isRevealed()).isTrue();
    }

    @Test
    void nobodysAbsenceRevealsVotesThatThereAreNot() {
        attend();
        goOn(3600);
        assertThat(game.isRevealed()).isFalse();
    }

    @Test
    void whoNeverWasInTheChannelIsWaitedFor() {
        game.member(PokerMember.of("polling", Role.VOTER, START));
        vote("host", "first", "second");
        attend("host", "first", "second");
        goOn(3600);
        assertThat(game.isRevealed()).isFalse();
        vote("polling");
        new Course(game).goOn();
        assertThat(game.isRevealed()).isTrue();
    }

    @Test
    void aTimerRevealsWhatThereIsIfThatIsWanted() {
        vote("first");
        new Agenda(game).timer("host", 30);
        assertThat(new Course(game).due()).isEqualTo(START.plusSeconds(30));
        goOn(30);
        assertThat(game.isRevealed()).isTrue();
        assertThat(game.session().timerEndsAt()).isNull();
    }

    @Test
    void aTimerOnlyEndsIfNothingElseIsWanted() {
        game = game(false, START);
        vote("host", "first", "second");
        new Agenda(game).timer("host", 30);
        goOn(31);
        assertThat(game.isRevealed()).isFalse();
        assertThat(game.session().timerEndsAt()).isNull();
        assertThat(game.news()).hasOnlyElementsOfType(PokerSessionChanged.class);
    }

    @Test
    void aTimerThatNobodyHasHeardEndingIsStillDue() {
        new Agenda(game).timer("host", 30);
        game = later(45);
        assertThat(new Course(game).due()).isNotNull().isBeforeOrEqualTo(game.now());
    }
}
