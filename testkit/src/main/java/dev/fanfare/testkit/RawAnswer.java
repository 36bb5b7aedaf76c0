package dev.fanfare.testkit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer as it came over the wire.
 *
 * @param headers by name, whatever the case
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {
    private static final int MAX_LINE = 64 * 1024;

    static RawAnswer read(DataInputStream in) throws IOException {
        String statusLine = readLine(in);
        String[] parts = statusLine.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("Not the status line of an HTTP answer: " + statusLine);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return new RawAnswer(
                Integer.parseInt(parts[1]), headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String readLine(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            if (line.length() == MAX_LINE) {
                throw new IOException("Line of more than " + MAX_LINE + " characters");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }
}
