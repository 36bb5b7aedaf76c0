package dev.fanfare.server.config;

/** What somebody has to send to be let in, empty for nothing: no message, report or log shows it, also not where it is wrong. */
record Token(int minLength) implements ValueType<String> {
    private static final int MAX_LENGTH = 256;

    @Override
    public String read(String text) {
        return text;
    }

    @Override
    public String show(String value) {
        return value.isEmpty() ? "\"\"" : "***";
    }

    @Override
    public String expected() {
        return "at least " + minLength + " characters without spaces";
    }

    @Override
    public boolean accepts(String value) {
        boolean hasLength = value.length() >= minLength && value.length() <= MAX_LENGTH;
        return value.isEmpty() || hasLength && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public String quote(String text) {
        return text.isEmpty() ? "empty" : "`***`";
    }
}
