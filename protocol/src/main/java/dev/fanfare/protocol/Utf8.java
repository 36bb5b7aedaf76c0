package dev.fanfare.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates. */
public final class Utf8 {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** Whether the bytes of a range are well formed. The empty range is. */
    public static boolean isValid(byte[] text, int from, int to) {
        int at = ascii(text, from, to);
        while (at < to) {
            int length = sequence(text, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
            if (at < to && text[at] >= 0) {
                at = ascii(text, at, to);
            }
        }
        return true;
    }

    /** The position of the first byte above 0x7f, or the end. */
    private static int ascii(byte[] text, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) WORDS.get(text, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && text[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length of the well-formed sequence that begins with the lead byte at a position; 0 if there is none. */
    private static int sequence(byte[] text, int at, int to) {
        int lead = text[at] & 0xff;
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (to - at < length) {
            return 0;
        }
        int second = text[at + 1] & 0xff;
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((text[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
