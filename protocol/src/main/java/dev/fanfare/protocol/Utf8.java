package dev.fanfare.protocol;

/** UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates. */
public final class Utf8 {
    private Utf8() {}

    public static boolean isValid(byte[] text, int from, int to) {
        throw new UnsupportedOperationException();
    }
}
