package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Comes last: what the documentation says about conformance is what this run has shown. */
@Order(Integer.MAX_VALUE)
class ScoreIT {
    @Test
    void publishedScoreIsTheScoreOfThisRun() throws IOException {
        Files.writeString(Path.of("target/score.md"), Score.table());
        System.out.println("conformance: " + Score.line());
        assertThat(Path.of("../docs/conformance.md")).content().contains(Score.table());
        assertThat(Files.readString(Path.of("../README.md")).replaceAll("\\s+", " "))
                .contains(Score.line());
    }
}
