package dev.fanfare.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A word that tells one kind of frame from another. Remembers where it was the last time. Belongs to one thread. */
final class Word {
    private static final int NAME_WITHIN = 64;

    private final byte[] letters;
    private int lastOffset;

    Word(String word) {
        letters = word.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isWhereItWas(ByteBuffer buffer, int from, int to) {
        return isAt(buffer, from + lastOffset, to);
    }

    /** Looks only at the start of the frame, where the event's name is. */
    boolean find(ByteBuffer buffer, int from, int to) {
        for (int at = from; at < from + NAME_WITHIN; at++) {
            if (isAt(buffer, at, to)) {
                lastOffset = at - from;
                return true;
            }
        }
        return false;
    }

    private boolean isAt(ByteBuffer buffer, int at, int to) {
        if (at + letters.length > to) {
            return false;
        }
        for (int i = 0; i < letters.length; i++) {
            if (buffer.get(at + i) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
