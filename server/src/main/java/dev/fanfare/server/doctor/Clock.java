package dev.fanfare.server.doctor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Whether the clock, with which the timestamps of signed requests are compared, can be right. */
final class Clock {
    private Clock() {}

    static Finding examine(InstantSource clock, Instant builtAt) {
        Instant now = clock.instant();
        return now.isBefore(builtAt)
                ? Finding.wrong("The clock says " + now + ", but this program was built at " + builtAt
                        + ": set it, or signed requests will be refused")
                : Finding.well("The clock says " + now);
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
