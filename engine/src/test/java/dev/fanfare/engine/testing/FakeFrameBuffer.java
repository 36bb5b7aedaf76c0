package dev.fanfare.engine.testing;

import dev.fanfare.engine.connection.FrameBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps frames as lines of text. */
final class FakeFrameBuffer implements FrameBuffer {
    private final StringBuilder lines = new StringBuilder();

    @Override
    public void append(byte[] text) {
        lines.append(new String(text, StandardCharsets.UTF_8)).append('\n');
    }

    @Override
    public int end() {
        return lines.length();
    }

    @Override
    public void clear() {
        lines.setLength(0);
    }

    List<String> frames(int from, int to) {
        return new ArrayList<>(lines.substring(from, to).lines().toList());
    }
}
