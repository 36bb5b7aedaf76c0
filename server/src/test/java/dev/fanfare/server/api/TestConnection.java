package dev.fanfare.server.api;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.Slices;
import dev.fanfare.protocol.CloseCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscriber's end: keeps what it was sent. */
final class TestConnection implements Connection {
    final List<String> frames = new ArrayList<>();
    String socketId = "";

    @Nullable
    CloseCode closed;

    /** Frames that are events of a channel, not the protocol's own. */
    List<String> events() {
        return frames.stream().filter(frame -> !frame.contains("\"pusher")).toList();
    }

    @Override
    public void write(Slices slices) {
        for (int i = 0; i < slices.count(); i++) {
            TestLoop.Frames buffer = (TestLoop.Frames) slices.buffer(i);
            frames.addAll(buffer.texts(slices.from(i), slices.to(i)));
        }
    }

    @Override
    public void ping() {
        throw new AssertionError("No test of the API waits so long");
    }

    @Override
    public void close(CloseCode code) {
        closed = code;
    }
}
