package dev.fanfare.platform.poker;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be estimated.
 *
 * @param project which has no other session that goes on; null for none
 * @param deck the name of one that is known; null for the usual one, or for cards
 * @param cards of a deck of their own; null for none
 * @param autoReveal whether votes are revealed once all are there; null for false
 * @param role of whoever begins it; null for facilitator, which is the only one
 */
public record NewSession(
        @NotBlank @Size(max = 120) String title,
        @Nullable @Size(max = 80) String project,
        @Nullable String deck,
        @Nullable @Size(max = 30) List<@NotNull StoryPoints> cards,

        @NotNull @Size(min = 1, max = Agenda.MOST_TASKS) List<@NotNull @Valid NewTask> tasks,

        @Nullable Boolean autoReveal,
        @Nullable String role) {
    /** One of its tasks. */
    public record NewTask(
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 5000) String description) {}
}
