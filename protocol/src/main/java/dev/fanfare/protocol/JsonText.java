package dev.fanfare.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The content of JSON strings, in UTF-8 and without the quotes: escaping, and undoing it. */
final class JsonText {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long SPACES = 0x2020_2020_2020_2020L;
    private static final long QUOTES = 0x2222_2222_2222_2222L;
    private static final long BACKSLASHES = 0x5c5c_5c5c_5c5c_5c5cL;
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** The position of the first quote, backslash or control character, or the end. Looks at eight bytes at once. */
    static int plain(byte[] text, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long word = (long) WORDS.get(text, at);
            // Borrows only spoil bytes behind the first hit, and the first one is all that is looked at.
            long hits =
                    ((word - SPACES) | ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES)) & ~word & HIGH_BITS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && !needsEscape(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean needsEscape(byte b) {
        return b == '"' || b == '\\' || (b >= 0 && b < ' ');
    }

    static byte[] escaped(String text) {
        return escaped(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Escapes as little as JSON allows. @return the argument itself where nothing has to be escaped */
    static byte[] escaped(byte[] text) {
        int plain = plain(text, 0, text.length);
        if (plain == text.length) {
            return text;
        }
        int size = text.length;
        for (int at = plain; at < text.length; at = plain(text, at + 1, text.length)) {
            size += shortForm(text[at]) == 0 ? 5 : 1;
        }
        byte[] result = new byte[size];
        int from = 0;
        int end = 0;
        for (int at = plain; at < text.length; at = plain(text, from, text.length)) {
            System.arraycopy(text, from, result, end, at - from);
            end = escape(text[at], result, end + at - from);
            from = at + 1;
        }
        System.arraycopy(text, from, result, end, text.length - from);
        return result;
    }

    private static int escape(byte b, byte[] result, int at) {
        int end = at;
        result[end++] = '\\';
        char letter = shortForm(b);
        if (letter != 0) {
            result[end++] = (byte) letter;
            return end;
        }
        result[end++] = 'u';
        result[end++] = '0';
        result[end++] = '0';
        result[end++] = (byte) HEX.charAt(b >> 4);
        result[end++] = (byte) HEX.charAt(b & 15);
        return end;
    }

    /** The letter behind the backslash, 0 if there is none. */
    private static char shortForm(byte b) {
        return switch (b) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    /**
     * Undoes the escapes of a range that a scanner has accepted. Half a surrogate pair becomes U+FFFD.
     *
     * @param result as long as the range at least
     * @return the length of the result
     */
    static int unescape(byte[] text, int from, int to, byte[] result) {
        int at = from;
        int end = 0;
        while (true) {
            int plain = plain(text, at, to);
            System.arraycopy(text, at, result, end, plain - at);
            end += plain - at;
            if (plain == to) {
                return end;
            }
            if (text[plain + 1] != 'u') {
                result[end++] = unescape(text[plain + 1]);
                at = plain + 2;
                continue;
            }
            int codePoint = codePoint(text, plain, to);
            at = plain + (codePoint > 0xffff ? 12 : 6);
            end = encode(
                    Character.isSurrogate((char) codePoint) && codePoint <= 0xffff ? 0xfffd : codePoint, result, end);
        }
    }

    private static byte unescape(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    /**
     * What the escape at a position stands for: a code point above 0xffff if it is the first half of a surrogate pair and
     * the second follows, else the unit; negative if it is not a backslash, a u and four hex digits.
     */
    static int codePoint(byte[] text, int at, int to) {
        int unit = unit(text, at, to);
        if (unit < 0xd800 || unit > 0xdbff) {
            return unit;
        }
        int low = unit(text, at + 6, to);
        return low < 0xdc00 || low > 0xdfff ? unit : Character.toCodePoint((char) unit, (char) low);
    }

    private static int unit(byte[] text, int at, int to) {
        if (to - at < 6 || text[at] != '\\' || text[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            // Not Character.digit, which knows digits of every script.
            int digit = Hex.digit(text[i]);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Bytes of a code point in UTF-8; 3 for half a surrogate pair, which is as much as its replacement takes. */
    static int size(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
    }

    private static int encode(int codePoint, byte[] result, int at) {
        int size = size(codePoint);
        if (size == 1) {
            result[at] = (byte) codePoint;
            return at + 1;
        }
        int rest = codePoint;
        for (int i = at + size - 1; i > at; i--) {
            result[i] = (byte) (0x80 | rest & 0x3f);
            rest >>= 6;
        }
        result[at] = (byte) (0xf00 >> size | rest);
        return at + size;
    }
}
