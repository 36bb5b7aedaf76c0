package dev.fanfare.platform.rooms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to begin.
 *
 * @param access null for the whole tenant
 * @param memberIds those it is for, beside the owner, if it is not for the tenant
 */
record NewDocument(
        @NotBlank @Size(max = LONGEST_TITLE) String title,
        @Nullable @Size(max = LONGEST_TEXT) String text,
        Document.@Nullable Access access,
        @Nullable @Size(max = MOST_MEMBERS) List<@NotNull String> memberIds) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 20_000;
    static final int MOST_MEMBERS = 200;
}
