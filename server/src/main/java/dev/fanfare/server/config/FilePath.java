package dev.fanfare.server.config;

/** The path of a file, which may hold spaces; may be empty. Whether there is such a file is not looked at. */
record FilePath() implements ValueType<String> {
    @Override
    public String read(String text) {
        return text;
    }

    @Override
    public String show(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    @Override
    public String expected() {
        return "nothing, or the path of a file";
    }

    @Override
    public boolean accepts(String value) {
        return value.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }
}
