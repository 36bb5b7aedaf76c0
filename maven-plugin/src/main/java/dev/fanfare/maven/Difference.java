package dev.fanfare.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a file differs from what it should be. Where a version control system has changed ends of lines, it does not. */
final class Difference {
    private Difference() {}

    /** The first line that differs, as a sentence; null if there is none. */
    static @Nullable String between(Path file, String expected) throws IOException {
        if (!Files.exists(file)) {
            return file + " is not there";
        }
        List<String> is = lines(Files.readString(file));
        List<String> should = lines(expected);
        int line = 0;
        while (line < is.size() && line < should.size() && is.get(line).equals(should.get(line))) {
            line++;
        }
        if (line == is.size() && line == should.size()) {
            return null;
        }
        return file + " differs in line " + (line + 1) + ": it has " + shown(is, line) + ", expected "
                + shown(should, line);
    }

    private static List<String> lines(String text) {
        return List.of(text.replace("\r\n", "\n").split("\n", -1));
    }

    private static String shown(List<String> lines, int line) {
        return line < lines.size() ? "`" + lines.get(line).strip() + "`" : "no more lines";
    }
}
