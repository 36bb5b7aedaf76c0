package dev.fanfare.benchmarks.micro;

import dev.fanfare.engine.connection.FrameBuffer;
import java.util.Arrays;

/** Encodes frames into an array as a transport does into native memory: a head of four bytes, then the text. */
final class ArrayFrameBuffer implements FrameBuffer {
    private static final int HEAD = 4;

    private byte[] bytes = new byte[1 << 16];
    private int end;

    @Override
    public void append(byte[] text) {
        if (end + HEAD + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + HEAD + text.length));
        }
        bytes[end] = (byte) 0x81;
        bytes[end + 1] = 126;
        bytes[end + 2] = (byte) (text.length >> 8);
        bytes[end + 3] = (byte) text.length;
        System.arraycopy(text, 0, bytes, end + HEAD, text.length);
        end += HEAD + text.length;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public void clear() {
        end = 0;
    }
}
