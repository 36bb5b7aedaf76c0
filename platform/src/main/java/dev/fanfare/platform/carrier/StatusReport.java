package dev.fanfare.platform.carrier;

import org.jspecify.annotations.Nullable;

/**
 * How far a text has come.
 *
 * @param errorCode the carrier's; null if nothing is wrong
 * @param reference of the text; null if the carrier does not say
 */
public record StatusReport(
        String externalId,
        TextStatus status,
        @Nullable String errorCode,
        @Nullable String reference) {}
