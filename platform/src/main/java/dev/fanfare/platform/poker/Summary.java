package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import dev.fanfare.sdk.systems.poker.VotesRevealed.RevealedVote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a session so far. There is nothing in it of votes that were not revealed.
 *
 * @param people whoever has voted, also those who have left
 */
record Summary(PokerView session, List<TaskSummary> tasks, Totals totals, List<Person> people) {
    /** What has come of a task, round by round. */
    record TaskSummary(
            PokerView.Task task,
            List<Round> rounds,
            @Nullable StoryPoints finalStoryPoints) {}

    /** Votes that were revealed together. */
    record Round(List<RevealedVote> votes, Statistics statistics) {}

    /** @param storyPoints the sum of those that are numbers */
    record Totals(int tasks, int finalized, int skipped, BigDecimal storyPoints) {
        static Totals of(List<PokerTask> tasks) {
            List<StoryPoints> settled = tasks.stream()
                    .map(PokerTask::finalStoryPoints)
                    .filter(Objects::nonNull)
                    .toList();
            return new Totals(
                    tasks.size(),
                    settled.size(),
                    (int) tasks.stream().filter(PokerTask::skipped).count(),
                    Statistics.sum(settled.stream()
                            .map(StoryPoints::json)
                            .filter(BigDecimal.class::isInstance)
                            .map(BigDecimal.class::cast)
                            .toList()));
        }
    }

    /** A line for each vote, and for each round or task without one. */
    String csv() {
        Map<String, Person> names = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Csv csv = new Csv();
        csv.line("Task", "Description", "Round", "Voter", "Vote", "Average", "Median", "Consensus", "Story points");
        for (TaskSummary each : tasks) {
            PokerView.Task task = each.task();
            StoryPoints points = each.finalStoryPoints();
            String settled = points == null ? "" : points.card();
            if (each.rounds().isEmpty()) {
                csv.line(task.title(), task.description(), "", "", "", "", "", "", settled);
            }
            for (int i = 0; i < each.rounds().size(); i++) {
                Statistics statistics = each.rounds().get(i).statistics();
                List<RevealedVote> votes = each.rounds().get(i).votes();
                String round = Integer.toString(i + 1);
                String consensus = statistics.consensus() ? "yes" : "no";
                if (votes.isEmpty()) {
                    csv.line(task.title(), task.description(), round, "", "", "", "", "", settled);
                }
                for (RevealedVote vote : votes) {
                    Person voter = names.get(vote.userId());
                    csv.line(
                            task.title(),
                            task.description(),
                            round,
                            voter == null ? vote.userId() : voter.name(),
                            vote.storyPoints().card(),
                            statistics.average(),
                            statistics.median(),
                            consensus,
                            settled);
                }
            }
        }
        return csv.text();
    }
}
