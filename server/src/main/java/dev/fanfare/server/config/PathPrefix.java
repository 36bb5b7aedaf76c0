package dev.fanfare.server.config;

/** The beginning of a path, such as {@code /realtime}; may be empty. */
record PathPrefix() implements ValueType<String> {
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
        return "nothing, or a path that begins with / and does not end with it, such as /realtime";
    }

    @Override
    public boolean accepts(String value) {
        if (value.isEmpty()) {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '?' || c == '#' || c == '%') {
                return false;
            }
        }
        return value.startsWith("/") && !value.endsWith("/");
    }
}
