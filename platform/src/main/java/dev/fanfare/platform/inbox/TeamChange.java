package dev.fanfare.platform.inbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be different about a team; null for what is not. Lists are those that it has then. */
record TeamChange(
        @Size(min = 1, max = NewTeam.LONGEST_NAME) @Nullable String name,

        @Size(max = NewTeam.MOST_LINES) @Nullable List<@NotBlank @Size(max = 40) String> lines,
        @Size(max = NewTeam.MOST_MEMBERS) @Nullable List<@NotBlank @Size(max = 40) String> memberIds) {}
