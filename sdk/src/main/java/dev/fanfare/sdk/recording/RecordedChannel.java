package dev.fanfare.sdk.recording;

import dev.fanfare.sdk.Payload;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What one channel has got, with assertions about it that say what there was instead. */
public final class RecordedChannel {
    private final String channel;
    private final List<RecordedEvent> events;

    RecordedChannel(String channel, List<RecordedEvent> events) {
        this.channel = channel;
        this.events = events;
    }

    public List<RecordedEvent> events() {
        return events;
    }

    /** Only the events of this name. */
    public RecordedChannel got(String name) {
        return new RecordedChannel(
                channel + " " + name,
                events.stream().filter(event -> event.name().equals(name)).toList());
    }

    /** Only the events with these data, however their JSON is written. */
    public RecordedChannel with(@Nullable Object data) {
        String wanted = Payload.text(data);
        return new RecordedChannel(
                channel + " " + wanted,
                events.stream().filter(event -> isSame(event.data(), wanted)).toList());
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || isJson(one) && isJson(other) && parsed(one).equals(parsed(other));
    }

    private static boolean isJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    private static Object parsed(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** @throws AssertionError unless there is exactly one */
    public RecordedEvent once() {
        times(1);
        return events.getFirst();
    }

    /** @throws AssertionError if there is any */
    public void never() {
        times(0);
    }

    /** @throws AssertionError unless there are exactly so many */
    public void times(int expected) {
        if (events.size() != expected) {
            String there = events.stream()
                    .map(event -> "\n  " + event.name() + " " + event.data())
                    .collect(Collectors.joining());
            throw new AssertionError(
                    "Channel " + channel + " got " + events.size() + " events, expected " + expected + there);
        }
    }
}
