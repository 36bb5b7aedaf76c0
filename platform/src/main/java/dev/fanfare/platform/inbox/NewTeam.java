package dev.fanfare.platform.inbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A team to be.
 *
 * @param lines as {@link PhoneNumbers#line} takes them
 * @param memberIds of members of the tenant
 */
record NewTeam(
        @NotBlank @Size(max = 40) String tenantId,
        @NotBlank @Size(max = LONGEST_NAME) String name,
        @NotNull @Size(max = MOST_LINES) List<@NotBlank @Size(max = 40) String> lines,
        @NotNull @Size(max = MOST_MEMBERS) List<@NotBlank @Size(max = 40) String> memberIds) {
    static final int LONGEST_NAME = 100;
    static final int MOST_LINES = 50;
    static final int MOST_MEMBERS = 500;
}
