package dev.fanfare.engine.testing;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.Slices;
import dev.fanfare.protocol.CloseCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records what it is told to send. */
public final class FakeConnection implements Connection {
    private final List<String> frames = new ArrayList<>();
    private int writes;
    private int pings;
    private @Nullable CloseCode closeCode;

    @Override
    public void write(Slices slices) {
        writes++;
        if (closeCode != null) {
            return;
        }
        for (int i = 0; i < slices.count(); i++) {
            FakeFrameBuffer buffer = (FakeFrameBuffer) slices.buffer(i);
            frames.addAll(buffer.frames(slices.from(i), slices.to(i)));
        }
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(CloseCode code) {
        if (closeCode == null) {
            closeCode = code;
        }
    }

    /** Everything sent so far, in order. */
    public List<String> frames() {
        return frames;
    }

    /** System calls so far. */
    public int writes() {
        return writes;
    }

    public int pings() {
        return pings;
    }

    public @Nullable CloseCode closeCode() {
        return closeCode;
    }
}
