package dev.fanfare.server.config;

import org.jspecify.annotations.Nullable;

/**
 * A whole number.
 *
 * @param word a word that may stand in its place, null for none
 * @param meaning the value that the word stands for, which need not lie in the range
 */
record WholeNumber(int min, int max, @Nullable String word, int meaning) implements ValueType<Integer> {
    static WholeNumber between(int min, int max) {
        return new WholeNumber(min, max, null, 0);
    }

    static WholeNumber unlimited(int min) {
        return new WholeNumber(min, Integer.MAX_VALUE, "unlimited", Integer.MAX_VALUE);
    }

    @Override
    public Integer read(String text) {
        return text.equals(word) ? meaning : Integer.parseInt(text);
    }

    @Override
    public String show(Integer value) {
        return word != null && value == meaning ? word : Integer.toString(value);
    }

    @Override
    public String expected() {
        String range =
                max == Integer.MAX_VALUE ? "a whole number from " + min : "a whole number from " + min + " to " + max;
        return word == null ? range : range + ", or `" + word + "`";
    }

    @Override
    public boolean accepts(Integer value) {
        return value >= min && value <= max || word != null && value == meaning;
    }
}
