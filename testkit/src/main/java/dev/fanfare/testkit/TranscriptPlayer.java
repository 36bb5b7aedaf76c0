package dev.fanfare.testkit;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * Plays transcripts against a running server. The first deviation fails with an {@link AssertionError} that names the
 * line. At the end of a transcript no client may have received anything that was not written down.
 */
public final class TranscriptPlayer {
    private final URI server;
    private final List<TestApp> apps;

    /**
     * @param server {@code http://host:port}
     * @param apps the apps that the transcripts mention; the first is that of clients without a {@code @} line
     */
    public TranscriptPlayer(URI server, Collection<TestApp> apps) {
        this.server = server;
        this.apps = List.copyOf(apps);
    }

    /** Plays one transcript with new connections. */
    public void play(Transcript transcript) throws IOException {
        Performance performance = new Performance(server, apps);
        try {
            for (Transcript.Line line : transcript.lines()) {
                try {
                    performance.play(line.step());
                } catch (AssertionError | IOException | RuntimeException e) {
                    throw new AssertionError(
                            transcript.file() + ":" + line.number() + ": " + line.text() + "\n" + e.getMessage(), e);
                }
            }
            performance.end();
        } finally {
            performance.close();
        }
    }
}
