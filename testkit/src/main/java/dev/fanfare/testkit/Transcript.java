package dev.fanfare.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation between clients, a publisher and the server, written down line by line. A file holds several, each under
 * a title: <pre>
 * == a subscriber gets what is published
 * > {"event":"pusher:subscribe","data":{"channel":"news"}}
 * &lt; {"event":"pusher_internal:subscription_succeeded","channel":"news","data":"{}"}
 * POST /apps/app-id/events {"name":"hello","channel":"news","data":"world"}
 * = 200 {}
 * &lt; {"event":"hello","channel":"news","data":"world"}
 * </pre>
 * The folder {@code transcripts} describes every kind of line in its README.
 */
public final class Transcript {
    private final Path file;
    private final String title;
    private final List<Line> lines = new ArrayList<>();

    /** A step and where it stands. */
    record Line(int number, String text, Step step) {}

    private Transcript(Path file, String title) {
        this.file = file;
        this.title = title;
    }

    /**
     * Reads all conversations of a file.
     *
     * @throws IllegalArgumentException if a line cannot be understood
     */
    public static List<Transcript> read(Path file) throws IOException {
        List<Transcript> transcripts = new ArrayList<>();
        List<String> text = Files.readAllLines(file);
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (line.startsWith("== ")) {
                transcripts.add(new Transcript(file, line.substring(3)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (transcripts.isEmpty()) {
                    throw new IllegalArgumentException(file + ":" + (i + 1) + ": expected a title (== …) first");
                }
                transcripts.getLast().lines.add(new Line(i + 1, line, parse(file, i + 1, line)));
            }
        }
        return transcripts;
    }

    private static Step parse(Path file, int number, String line) {
        try {
            return Step.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
        }
    }

    /** What the conversation shows. */
    public String title() {
        return title;
    }

    /** Where it was read from. */
    public Path file() {
        return file;
    }

    List<Line> lines() {
        return lines;
    }

    @Override
    public String toString() {
        return file.getFileName() + ": " + title;
    }
}
