package dev.fanfare.protocol;

/**
 * The grammar of RFC 8259 over a range of bytes: each method takes a position and returns the one behind what it read.
 * Positions are not fields because that would be slower.
 */
final class JsonSyntax {
    private final byte[] text;
    private final int from;
    private final int to;
    private int saved;
    private boolean wellFormed;

    JsonSyntax(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** By how many bytes the unescaped text of the string read last is shorter. */
    int saved() {
        return saved;
    }

    /** Whether the string read last has surrogates in pairs only. */
    boolean wellFormed() {
        return wellFormed;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** The position behind a string that was accepted before. */
    static int stringEnd(byte[] text, int from, int to) {
        int at = JsonText.plain(text, from + 1, to);
        while (text[at] != '"') {
            at = JsonText.plain(text, at + 2, to);
        }
        return at + 1;
    }

    /** @param depth how many levels of nesting are left */
    int skip(int at, int depth) throws ProtocolException {
        int start = space(at);
        return switch (current(start)) {
            case '"' -> string(start, "a string");
            case '{' -> skipObject(start, depth);
            case '[' -> skipArray(start, depth);
            case 't' -> literal(start, "true");
            case 'f' -> literal(start, "false");
            case 'n' -> literal(start, "null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(start);
            default -> throw unexpected(start, "a value");
        };
    }

    private int skipObject(int start, int depth) throws ProtocolException {
        requireDepth(start, depth);
        int at = space(start + 1);
        if (current(at) == '}') {
            return at + 1;
        }
        while (true) {
            at = expect(space(string(space(at), "a key")), ':');
            at = space(skip(at, depth - 1));
            if (current(at) != ',') {
                return expect(at, '}');
            }
            at++;
        }
    }

    private int skipArray(int start, int depth) throws ProtocolException {
        requireDepth(start, depth);
        int at = space(start + 1);
        if (current(at) == ']') {
            return at + 1;
        }
        while (true) {
            at = space(skip(at, depth - 1));
            if (current(at) != ',') {
                return expect(at, ']');
            }
            at++;
        }
    }

    private void requireDepth(int at, int depth) throws ProtocolException {
        if (depth == 0) {
            throw new ProtocolException("Invalid JSON at byte " + (at - from) + ": nested too deep, expected at most "
                    + JsonScanner.MAX_DEPTH + " levels");
        }
    }

    int string(int start, String expected) throws ProtocolException {
        saved = 0;
        wellFormed = true;
        int at = expect(start, '"', expected);
        while (true) {
            at = JsonText.plain(text, at, to);
            if (current(at) == '"') {
                return at + 1;
            }
            if (current(at) != '\\') {
                throw unexpected(at, at < to ? "control characters to be escaped" : "a closing quote");
            }
            at = escape(at);
        }
    }

    private int escape(int at) throws ProtocolException {
        byte letter = current(at + 1);
        if (letter == 'u') {
            int codePoint = JsonText.codePoint(text, at, to);
            if (codePoint < 0) {
                throw unexpected(at, "four hex digits behind \\u");
            }
            wellFormed &= codePoint < 0xd800 || codePoint > 0xdfff;
            int length = codePoint > 0xffff ? 12 : 6;
            saved += length - JsonText.size(codePoint);
            return at + length;
        }
        if ("\"\\/bfnrt".indexOf(letter) < 0) {
            throw unexpected(at + 1, "one of \"\\/bfnrtu behind a backslash");
        }
        saved++;
        return at + 2;
    }

    private int number(int start) throws ProtocolException {
        int at = text[start] == '-' ? start + 1 : start;
        at = current(at) == '0' ? at + 1 : digits(at);
        if (current(at) == '.') {
            at = digits(at + 1);
        }
        if ((current(at) | 0x20) == 'e') {
            boolean sign = current(at + 1) == '+' || current(at + 1) == '-';
            at = digits(sign ? at + 2 : at + 1);
        }
        return at;
    }

    private int digits(int start) throws ProtocolException {
        int at = start;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected(at, "a digit");
        }
        return at;
    }

    private int literal(int start, String word) throws ProtocolException {
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            at = expect(at, word.charAt(i), word);
        }
        return at;
    }

    int space(int start) {
        int at = start;
        while (at < to && isSpace(text[at])) {
            at++;
        }
        return at;
    }

    int expect(int at, char c) throws ProtocolException {
        if (current(at) != c) {
            throw unexpected(at, "'" + c + "'");
        }
        return at + 1;
    }

    private int expect(int at, char c, String expected) throws ProtocolException {
        if (current(at) != c) {
            throw unexpected(at, expected);
        }
        return at + 1;
    }

    void expectEnd(int at) throws ProtocolException {
        int end = space(at);
        if (end < to) {
            throw unexpected(end, "nothing more");
        }
    }

    /** The byte at a position, 0 at the end. */
    byte current(int at) {
        return at < to ? text[at] : 0;
    }

    private ProtocolException unexpected(int at, String expected) {
        String actual;
        if (at >= to) {
            actual = "the end";
        } else if (text[at] > ' ' && text[at] < 0x7f) {
            actual = "'" + (char) text[at] + "'";
        } else {
            actual = "0x" + Hex.of(new byte[] {text[at]});
        }
        return new ProtocolException(
                "Invalid JSON at byte " + (at - from) + ": unexpected " + actual + ", expected " + expected);
    }
}
