package dev.fanfare.server.config;

/**
 * Characters without control characters.
 *
 * @param what what the text is, to follow "expected"
 */
record Text(String what) implements ValueType<String> {
    @Override
    public String read(String text) {
        return text;
    }

    @Override
    public String show(String value) {
        return value;
    }

    @Override
    public String expected() {
        return what;
    }

    @Override
    public boolean accepts(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) == 0x7f) {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
