package dev.fanfare.benchmarks.load;

import java.nio.ByteBuffer;

/**
 * What a frame under test carries so that its receiver knows it again: {@code ~}, 4 hex digits of the source, 8 of the
 * source's sequence number, 8 of the message id, {@code ~}. Only characters that no JSON encoder escapes, at fixed width, so
 * that a sender patches it in place and a receiver finds it without parsing. Belongs to one thread: {@link #find} leaves
 * what it read in the fields.
 */
final class Marker {
    static final int LENGTH = 22;
    private static final byte EDGE = '~';
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private int source;
    private int sequence;
    private int message;
    private int lastOffset;

    int source() {
        return source;
    }

    int sequence() {
        return sequence;
    }

    int message() {
        return message;
    }

    static void write(byte[] target, int at, int source, int sequence, int message) {
        target[at] = EDGE;
        hex(target, at + 1, 4, source);
        hex(target, at + 5, 8, sequence);
        hex(target, at + 13, 8, message);
        target[at + 21] = EDGE;
    }

    /** Looks first where the last marker was: frames of one run hardly differ in front of it. */
    boolean find(ByteBuffer buffer, int from, int to) {
        if (read(buffer, from + lastOffset, to)) {
            return true;
        }
        for (int at = from; at + LENGTH <= to; at++) {
            if (buffer.get(at) == EDGE && read(buffer, at, to)) {
                lastOffset = at - from;
                return true;
            }
        }
        return false;
    }

    private boolean read(ByteBuffer buffer, int at, int to) {
        if (at + LENGTH > to || buffer.get(at) != EDGE || buffer.get(at + LENGTH - 1) != EDGE) {
            return false;
        }
        source = number(buffer.getInt(at + 1) & 0xffffffffL);
        sequence = number(buffer.getLong(at + 5));
        message = number(buffer.getLong(at + 13));
        return true;
    }

    private static void hex(byte[] target, int at, int digits, int value) {
        for (int i = digits - 1, rest = value; i >= 0; i--, rest >>>= 4) {
            target[at + i] = HEX[rest & 15];
        }
    }

    /** Eight hex digits, all at once: each byte becomes its digit, then neighbours are packed until four bytes are left. */
    private static int number(long digits) {
        long value = (digits & 0x0f0f0f0f0f0f0f0fL) + 9 * (digits >>> 6 & 0x0101010101010101L);
        value = (value | value >>> 4) & 0x00ff00ff00ff00ffL;
        value = (value | value >>> 8) & 0x0000ffff0000ffffL;
        return (int) (value | value >>> 16);
    }
}
