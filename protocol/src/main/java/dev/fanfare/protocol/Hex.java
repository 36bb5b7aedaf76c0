package dev.fanfare.protocol;

import java.util.Arrays;

/** Hexadecimal digits of signatures and escapes. */
final class Hex {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private static final byte[] VALUES = values();

    private Hex() {}

    /** The value of a digit in either case; negative if it is none. */
    static int digit(int c) {
        return c >= 0 && c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length; i++) {
            values[DIGITS[i]] = (byte) i;
            values[Character.toUpperCase(DIGITS[i])] = (byte) i;
        }
        return values;
    }

    /** Two lower-case digits for each byte. */
    @SuppressWarnings("deprecation") // the constructor that widens bytes is exact for digits, and the fastest
    static String of(byte[] bytes) {
        byte[] text = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = DIGITS[bytes[i] >> 4 & 15];
            text[2 * i + 1] = DIGITS[bytes[i] & 15];
        }
        return new String(text, 0);
    }

    /** Reads exactly as many digits, of either case, as fill the array. @return false if the text is anything else */
    static boolean read(String text, byte[] bytes) {
        if (text.length() != bytes.length * 2) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            int value = digit(text.charAt(2 * i)) << 4 | digit(text.charAt(2 * i + 1));
            if (value < 0) {
                return false;
            }
            bytes[i] = (byte) value;
        }
        return true;
    }
}
