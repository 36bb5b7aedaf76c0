package dev.fanfare.sdk.systems.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to be shown at once, and not kept. */
public record Alert(
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> metadata) {}
