package dev.fanfare.server.config;

/** A share in whole percent, with or without the sign. */
record Percentage(int min, int max) implements ValueType<Integer> {
    @Override
    public Integer read(String text) {
        return Integer.parseInt(
                text.endsWith("%") ? text.substring(0, text.length() - 1).trim() : text);
    }

    @Override
    public String show(Integer value) {
        return value + "%";
    }

    @Override
    public String expected() {
        return "a share from " + min + "% to " + max + "%";
    }

    @Override
    public boolean accepts(Integer value) {
        return value >= min && value <= max;
    }
}
