package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a decoder has found, one line each. */
final class RecordedFrames implements Frames {
    final List<String> found = new ArrayList<>();

    @Override
    public void text(byte[] bytes, int from, int to) {
        found.add("text " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void ping(byte[] bytes, int from, int to) {
        found.add("ping " + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void pong() {
        found.add("pong");
    }

    @Override
    public void closed(int code) {
        found.add("closed " + code);
    }

    @Override
    public void refused(CloseCode code) {
        found.add("refused " + code.code());
    }
}
