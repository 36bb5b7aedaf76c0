package dev.fanfare.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The data of the events under test: a JSON object of a given size in a string, with a marker. Bodies and frames are made
 * once per channel; a message patches the marker. Belongs to one thread.
 */
final class Payload {
    private static final String OPEN = "{\"m\":\"";
    private static final String MIDDLE = "\",\"p\":\"";
    private static final String CLOSE = "\"}";
    static final int SMALLEST = OPEN.length() + Marker.LENGTH + MIDDLE.length() + CLOSE.length();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Template(byte[] text, int markerAt) {}

    private final int size;
    private final Map<String, Template> bodies = new HashMap<>();
    private final Map<String, Template> frames = new HashMap<>();

    /** @param size bytes of the data, before it is escaped into a string */
    Payload(int size) {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("--size is " + size + ", expected at least " + SMALLEST);
        }
        this.size = size;
    }

    int size() {
        return size;
    }

    /** The body of a publish. The same array is used for the next one on this channel. */
    byte[] publishBody(String channel, int source, int sequence, int message) {
        Template body = bodies.get(channel);
        if (body == null) {
            body = template("{\"name\":\"bench\",\"channels\":[\"" + channel + "\"],\"data\":\"");
            bodies.put(channel, body);
        }
        return marked(body, source, sequence, message);
    }

    /** The text of a client event. The same array is used for the next one on this channel. */
    byte[] clientEvent(String channel, int source, int sequence, int message) {
        Template frame = frames.get(channel);
        if (frame == null) {
            frame = template("{\"event\":\"client-bench\",\"channel\":\"" + channel + "\",\"data\":\"");
            frames.put(channel, frame);
        }
        return marked(frame, source, sequence, message);
    }

    private static byte[] marked(Template template, int source, int sequence, int message) {
        Marker.write(template.text, template.markerAt, source, sequence, message);
        return template.text;
    }

    private Template template(String before) {
        String head = before + escaped(OPEN);
        String tail = escaped(MIDDLE) + "x".repeat(size - SMALLEST) + escaped(CLOSE) + "\"}";
        byte[] text = (head + " ".repeat(Marker.LENGTH) + tail).getBytes(StandardCharsets.US_ASCII);
        return new Template(text, head.length());
    }

    private static String escaped(String json) {
        return json.replace("\"", "\\\"");
    }
}
