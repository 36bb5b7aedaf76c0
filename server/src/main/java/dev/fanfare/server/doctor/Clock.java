package dev.fanfare.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Whether the clock, with which the timestamps of signed requests are compared, can be right. */
final class Clock {
    /** What signed requests may be away. */
    private static final Duration TOLERANCE = Duration.ofSeconds(600);
    /** More than this is no good clock. */
    private static final Duration NEAR = Duration.ofSeconds(60);

    private Clock() {}

    static Finding examine(InstantSource clock, Instant builtAt) {
        Instant now = clock.instant();
        return now.isBefore(builtAt)
                ? Finding.wrong("The clock says " + now + ", but this program was built at " + builtAt
                        + ": set it, or signed requests will be refused")
                : Finding.well("The clock says " + now);
    }

    /** @param other any HTTP server that tells the time in its answers, as nearly all do */
    static Finding against(URI other, InstantSource clock) {
        try (Asking asking = new Asking()) {
            String date = asking.get(other).headers().firstValue("Date").orElse("");
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration ahead = Duration.between(there, clock.instant());
            String apart = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " that of "
                    + other;
            return ahead.abs().compareTo(NEAR) <= 0
                    ? Finding.well("The clock is " + apart)
                    : Finding.wrong("The clock is " + apart + ": set it; signed requests may be "
                            + TOLERANCE.toSeconds() + " s away");
        } catch (DateTimeException e) {
            return Finding.note(other + " does not tell the time");
        } catch (IOException e) {
            return Finding.note("The clock cannot be compared: " + other + " does not answer (" + e + ")");
        }
    }

    /** When the program's file was written; the beginning of 1970 if that cannot be found out. */
    static Instant builtAt() {
        try {
            Path program = Path.of(Clock.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.getLastModifiedTime(program).toInstant();
        } catch (IOException | URISyntaxException e) {
            return Instant.EPOCH;
        }
    }
}
