package dev.fanfare.protocol;

import static dev.fanfare.protocol.FrameBytes.ascii;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what publishers send, and turns everything that is wrong with it into a {@link TriggerException}. */
final class TriggerReader {
    private static final byte[] NAME = ascii("name");
    private static final byte[] CHANNEL = ascii("channel");
    private static final byte[] CHANNELS = ascii("channels");
    private static final byte[] DATA = ascii("data");
    private static final byte[] SOCKET_ID = ascii("socket_id");
    private static final byte[] INFO = ascii("info");
    private static final byte[] BATCH = ascii("batch");

    private final Trigger.Limits limits;

    TriggerReader(Trigger.Limits limits) {
        this.limits = limits;
    }

    Trigger read(byte[] body, int from, int to) throws TriggerException {
        requireUtf8(body, from, to);
        try {
            return trigger(body, from, to, limits.channels());
        } catch (ProtocolException e) {
            throw new TriggerException(400, e.getMessage());
        }
    }

    List<Trigger> readBatch(byte[] body, int from, int to) throws TriggerException {
        requireUtf8(body, from, to);
        try {
            JsonValue batch = JsonScanner.object(body, from, to, BATCH)[0];
            if (batch.kind() != JsonValue.Kind.ARRAY) {
                throw invalid("batch", batch, "an array of events");
            }
            List<JsonValue> items = JsonScanner.elements(batch);
            if (items.isEmpty() || items.size() > limits.batch()) {
                throw new TriggerException(
                        400, "Batch has " + items.size() + " events, expected 1 to " + limits.batch());
            }
            List<Trigger> triggers = new ArrayList<>(items.size());
            for (JsonValue item : items) {
                triggers.add(item(item, triggers.size()));
            }
            return triggers;
        } catch (ProtocolException e) {
            throw new TriggerException(400, e.getMessage());
        }
    }

    private Trigger item(JsonValue item, int index) throws TriggerException {
        String where = " (in event " + index + " of the batch)";
        try {
            return trigger(item.text(), item.from(), item.to(), 1);
        } catch (ProtocolException e) {
            throw new TriggerException(400, e.getMessage() + where);
        } catch (TriggerException e) {
            throw new TriggerException(e.status(), e.getMessage() + where);
        }
    }

    private Trigger trigger(byte[] json, int from, int to, int maxChannels) throws ProtocolException, TriggerException {
        JsonValue[] event = JsonScanner.object(json, from, to, NAME, CHANNELS, CHANNEL, DATA, SOCKET_ID, INFO);
        return new Trigger(
                channels(event[1], event[2], maxChannels),
                name(event[0]),
                data(event[3]),
                except(event[4]),
                info(event[5]));
    }

    private EscapedText name(JsonValue value) throws ProtocolException, TriggerException {
        if (!value.isString()) {
            throw invalid("name", value, "a string");
        }
        String name = value.string();
        if (name.isEmpty() || name.length() > limits.eventNameLength()) {
            throw new TriggerException(
                    400,
                    "Invalid event name: '" + Excerpt.of(name) + "' has " + name.length()
                            + " characters, expected 1 to " + limits.eventNameLength());
        }
        if (name.startsWith("pusher:") || name.startsWith("pusher_internal:")) {
            throw new TriggerException(
                    400,
                    "Invalid event name: '" + Excerpt.of(name)
                            + "', expected another prefix than pusher: and pusher_internal:, which are the server's");
        }
        return EscapedText.of(name);
    }

    private List<ChannelName> channels(JsonValue channels, JsonValue channel, int max)
            throws ProtocolException, TriggerException {
        if (channels.isNull()) {
            if (channel.isNull()) {
                throw new TriggerException(400, "Neither channels nor channel is there, expected one of them");
            }
            return List.of(channel(channel));
        }
        if (channels.kind() != JsonValue.Kind.ARRAY) {
            throw invalid("channels", channels, "an array of strings");
        }
        List<JsonValue> elements = JsonScanner.elements(channels);
        if (elements.isEmpty() || elements.size() > max) {
            throw new TriggerException(
                    400,
                    "Event has " + elements.size() + " channels, expected " + (max == 1 ? "exactly 1" : "1 to " + max));
        }
        if (elements.size() == 1) {
            return List.of(channel(elements.getFirst()));
        }
        Set<ChannelName> names = new LinkedHashSet<>();
        for (JsonValue element : elements) {
            names.add(channel(element));
        }
        return List.copyOf(names);
    }

    private ChannelName channel(JsonValue value) throws ProtocolException, TriggerException {
        if (!value.isString()) {
            throw new TriggerException(400, "Expected channel name to be a string, but got " + Excerpt.of(value.raw()));
        }
        return ChannelName.parse(value.string(), limits.channelNameLength());
    }

    private EscapedText data(JsonValue value) throws TriggerException {
        if (value.isNull()) {
            throw new TriggerException(400, "Event has no data, expected a string");
        }
        if (value.isString()) {
            requireSize(value.size());
            return new EscapedText(value.text(), value.from() + 1, value.to() - 1);
        }
        byte[] json = value.compact();
        requireSize(json.length);
        return EscapedText.whole(JsonText.escaped(json));
    }

    private void requireSize(int size) throws TriggerException {
        if (size > limits.eventDataSize()) {
            throw new TriggerException(
                    413,
                    "The data content of this event exceeds the allowed maximum (" + limits.eventDataSize()
                            + " bytes). It has " + size + " bytes.");
        }
    }

    private static @Nullable SocketId except(JsonValue value) throws ProtocolException, TriggerException {
        if (value.isEmpty()) {
            return null;
        }
        if (!value.isString()) {
            throw invalid("socket_id", value, "a string");
        }
        return SocketId.parse(value.string());
    }

    private static Set<Trigger.Attribute> info(JsonValue value) throws ProtocolException, TriggerException {
        if (value.isEmpty()) {
            return Set.of();
        }
        if (!value.isString()) {
            throw invalid("info", value, "a string of names with commas between them");
        }
        return Trigger.Attribute.parse(value.string());
    }

    private static void requireUtf8(byte[] body, int from, int to) throws TriggerException {
        if (!Utf8.isValid(body, from, to)) {
            throw new TriggerException(400, "Body is not valid UTF-8");
        }
    }

    private static TriggerException invalid(String key, JsonValue value, String expected) {
        String actual = value.isNull() ? "missing" : Excerpt.of(value.raw());
        return new TriggerException(400, "Invalid " + key + ": " + actual + ", expected " + expected);
    }
}
