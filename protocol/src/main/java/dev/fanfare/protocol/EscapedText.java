package dev.fanfare.protocol;

/** What stands between the quotes of a JSON string, in UTF-8. Not a copy. */
record EscapedText(byte[] bytes, int from, int to) {
    static EscapedText of(String text) {
        return whole(JsonText.escaped(text));
    }

    static EscapedText whole(byte[] escaped) {
        return new EscapedText(escaped, 0, escaped.length);
    }

    int length() {
        return to - from;
    }
}
