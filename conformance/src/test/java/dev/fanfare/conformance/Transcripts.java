package dev.fanfare.conformance;

import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.Transcript;
import dev.fanfare.testkit.TranscriptPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every transcript on one transport; a subclass names it. */
abstract class Transcripts {
    private static final Path TRANSCRIPTS = Path.of("../transcripts");

    abstract RealtimeServerExtension server();

    @TestFactory
    List<DynamicTest> serverSaysWhatIsWritten() throws IOException {
        TranscriptPlayer player = new TranscriptPlayer(server().uri(), ConformanceApps.credentials());
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                for (Transcript transcript : Transcript.read(file)) {
                    tests.add(DynamicTest.dynamicTest(transcript.toString(), () -> player.play(transcript)));
                }
            }
        }
        return tests;
    }
}
