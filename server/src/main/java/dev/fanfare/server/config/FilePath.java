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
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
