package dev.fanfare.platform.poker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.poker.NewSession.NewTask;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty vote at once while two lead, in any order. */
@OnEachDatabase
class ConcurrentVotesTest {
    private static final int VOTERS = 20;
    private static final int VOTES = 12;
    private static final int STEPS = 60;
    private static final String HOST = "ada";
    private static final String HELPER = "dan";
    private static final List<String> CARDS = Deck.of(null, null).cards();
    private static final Set<String> TOO_LATE =
            Set.of("already_revealed", "not_revealed", "not_current_task", "session_ended");

    private final RunningPlatform platform;
    private final Games games;

    ConcurrentVotesTest(RunningPlatform platform) {
        this.platform = platform;
        games = platform.bean(Games.class);
    }

    private List<String> voters() {
        List<String> ids = IntStream.range(0, VOTERS).mapToObj(i -> "voter" + i).toList();
        Accounts accounts = platform.bean(Accounts.class);
        if (accounts.find(ids.getFirst()) == null) {
            for (String id : ids) {
                accounts.add(new Account(id, id + "@demo.test", "Voter " + id, null, Account.Role.USER), "secret");
                platform.bean(Tenants.class).admit("org_123", id);
            }
        }
        return ids;
    }

    private String open(boolean autoReveal, List<String> voters) {
        List<NewTask> tasks = IntStream.range(0, 5)
                .mapToObj(i -> new NewTask("Task " + i, null))
                .toList();
        String id = platform.bean(Poker.class)
                .open(HOST, new NewSession("A crowd", null, null, null, tasks, autoReveal, null));
        List<String> all = new ArrayList<>(voters);
        all.add(HELPER);
        all.forEach(voter -> games.change(id, voter, game -> new Company(game).join(voter, voter, null)));
        games.change(id, HOST, game -> new Company(game).assign(HOST, HELPER, Role.COFACILITATOR));
        return id;
    }

    /** What comes too late is refused, and nothing else is. */
    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (Problem e) {
            assertThat(TOO_LATE).contains(e.code());
        }
    }

    private String currentTask(String id) {
        return Objects.requireNonNullElse(games.see(id, HOST).currentTaskId(), "none");
    }

    private void vote(String id, String voter, Random random) {
        for (int i = 0; i < VOTES; i++) {
            if (random.nextInt(6) == 0) {
                attempt(() -> games.change(id, voter, game -> new Voting(game).retract(voter)));
            } else {
                String task = currentTask(id);
                StoryPoints card = new StoryPoints(CARDS.get(random.nextInt(CARDS.size())));
                attempt(() -> games.change(id, voter, game -> new Voting(game).vote(voter, task, card)));
            }
        }
    }

    private void lead(String id, String leader, Random random) {
        for (int i = 0; i < STEPS; i++) {
            String task = currentTask(id);
            int step = random.nextInt(10);
            StoryPoints points = new StoryPoints(CARDS.get(random.nextInt(CARDS.size())));
            attempt(() -> games.change(id, leader, game -> {
                if (step < 5) {
                    new Voting(game).reveal(leader, task);
                } else if (step < 8) {
                    new Voting(game).revote(leader, task);
                } else {
                    new Agenda(game).finalizeTask(leader, task, points);
                }
            }));
        }
    }

    private void play(String id, List<String> voters, long seed) throws InterruptedException, ExecutionException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(voters.size() + 2)) {
            for (String voter : voters) {
                Random random = new Random(seed * 31 + voter.hashCode());
                all.add(threads.submit(() -> {
                    begin.await();
                    vote(id, voter, random);
                    return voter;
                }));
            }
            for (String leader : List.of(HOST, HELPER)) {
                Random random = new Random(seed * 37 + leader.hashCode());
                all.add(threads.submit(() -> {
                    begin.await();
                    lead(id, leader, random);
                    return leader;
                }));
            }
            begin.countDown();
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensAtOnceEndsWhereOneAfterTheOtherDoes(long seed) throws InterruptedException, ExecutionException {
        List<String> voters = voters();
        String id = open(false, voters);
        String first = games.see(id, HOST).tasks().getFirst().id();

        play(id, voters, seed);

        ReplayedSession replayed = new ReplayedSession(platform, id, first).replay(voters);
        assertThat(replayed.counts.get("vote")).isGreaterThan(VOTERS);
        assertThat(replayed.counts.get("votes-revealed")).isPositive();
        assertThat(replayed.members).hasSize(VOTERS + 1);
        assertSame(games.see(id, HOST), replayed);
        for (String voter : voters) {
            StoryPoints own = games.see(id, voter).you().storyPoints();
            assertThat(own == null ? null : own.card()).isEqualTo(replayed.votes.get(voter));
        }
        Summary summary = platform.bean(Summaries.class).of(id, HOST);
        for (Summary.TaskSummary task : summary.tasks()) {
            List<Map<String, String>> rounds = new ArrayList<>();
            for (Summary.Round round : task.rounds()) {
                Map<String, String> votes = new HashMap<>();
                round.votes()
                        .forEach(vote ->
                                votes.put(vote.userId(), vote.storyPoints().card()));
                rounds.add(votes);
            }
            assertThat(rounds)
                    .isEqualTo(replayed.rounds.getOrDefault(task.task().id(), List.of()));
        }
    }

    @Test
    void theLastOfAllRevealsAndOnlyOnce() throws InterruptedException, ExecutionException {
        List<String> voters = new ArrayList<>(voters());
        String id = open(true, voters);
        String first = games.see(id, HOST).tasks().getFirst().id();
        voters.addAll(List.of(HOST, HELPER));
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<PokerView>> votes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(voters.size())) {
            for (String voter : voters) {
                votes.add(threads.submit(() -> {
                    begin.await();
                    return games.change(id, voter, game -> new Voting(game).vote(voter, first, new StoryPoints("8")));
                }));
            }
            begin.countDown();
            for (Future<PokerView> vote : votes) {
                vote.get();
            }
        }

        ReplayedSession replayed = new ReplayedSession(platform, id, first).replay(voters);
        assertThat(replayed.counts.get("votes-revealed")).isEqualTo(1);
        assertThat(replayed.votes).hasSize(VOTERS + 2);
        PokerView view = games.see(id, HOST);
        assertThat(view.votes()).hasSize(VOTERS + 2);
        assertThat(view.statistics().consensus()).isTrue();
    }

    @Test
    void ofSessionsThatBeginAtOnceForAProjectOneDoes() throws InterruptedException, ExecutionException {
        NewSession wanted = new NewSession("x", "Bridge", null, null, List.of(new NewTask("x", null)), null, null);
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<Boolean>> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                tries.add(threads.submit(() -> {
                    begin.await();
                    try {
                        platform.bean(Poker.class).open(HOST, wanted);
                        return true;
                    } catch (Problem e) {
                        assertThat(e.code()).isEqualTo("session_active");
                        return false;
                    }
                }));
            }
            begin.countDown();
        }
        int begun = 0;
        for (Future<Boolean> each : tries) {
            begun += each.get() ? 1 : 0;
        }
        assertThat(begun).isEqualTo(1);
    }

    private static void assertSame(PokerView view, ReplayedSession replayed) {
        Map<String, String> settled = new HashMap<>();
        view.tasks().forEach(task -> {
            if (task.finalStoryPoints() != null) {
                settled.put(task.id(), task.finalStoryPoints().card());
            }
        });
        assertThat(settled).isEqualTo(replayed.settled);
        assertThat(view.status()).isEqualTo(replayed.isEnded ? "ended" : "active");
        assertThat(view.phase()).isEqualTo(replayed.isRevealed ? "revealed" : "voting");
        assertThat(view.currentTaskId()).isEqualTo(replayed.current);
        assertThat(view.members().stream()
                        .filter(PokerView.Player::hasVoted)
                        .map(PokerView.Player::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(replayed.votes.keySet());
    }
}
