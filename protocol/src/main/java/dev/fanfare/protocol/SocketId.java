package dev.fanfare.protocol;

/**
 * The public id of a connection: two unsigned integers with a dot between them, as every Pusher SDK checks it.
 *
 * @param first the part before the dot, 0 or more
 * @param second the part behind the dot, 0 or more
 */
public record SocketId(long first, long second) {
    private static final int MAX_DIGITS = 18;

    /**
     * @throws ProtocolException if the text is not two runs of 1 to 18 digits with one dot between them
     */
    public static SocketId parse(String text) throws ProtocolException {
        int dot = text.indexOf('.');
        return new SocketId(digits(text, 0, dot), digits(text, dot + 1, text.length()));
    }

    private static long digits(String text, int from, int to) throws ProtocolException {
        if (to - from < 1 || to - from > MAX_DIGITS) {
            throw malformed(text);
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw malformed(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static ProtocolException malformed(String text) {
        return new ProtocolException("Invalid socket id: " + Excerpt.of(text) + ", expected two numbers as in 123.456");
    }

    @Override
    public String toString() {
        return first + "." + second;
    }
}
