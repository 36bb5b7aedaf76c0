package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;

/** The bytes of one frame while it is put together. The size is known from the start. */
final class FrameBytes {
    private final byte[] bytes;
    private int end;

    FrameBytes(int size) {
        bytes = new byte[size];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] concat(byte[]... pieces) {
        int size = 0;
        for (byte[] piece : pieces) {
            size += piece.length;
        }
        FrameBytes frame = new FrameBytes(size);
        for (byte[] piece : pieces) {
            frame.add(piece);
        }
        return frame.bytes;
    }

    FrameBytes add(byte[] piece) {
        System.arraycopy(piece, 0, bytes, end, piece.length);
        end += piece.length;
        return this;
    }

    FrameBytes add(byte[] text, int from, int to) {
        System.arraycopy(text, from, bytes, end, to - from);
        end += to - from;
        return this;
    }

    FrameBytes add(EscapedText text) {
        return add(text.bytes(), text.from(), text.to());
    }

    FrameBytes add(char c) {
        bytes[end++] = (byte) c;
        return this;
    }

    /** The frame; complete, as its size was foreseen. */
    byte[] done() {
        assert end == bytes.length : "frame of " + end + " bytes, foreseen " + bytes.length;
        return bytes;
    }
}
