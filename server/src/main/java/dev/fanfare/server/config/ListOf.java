package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Several values: a list in YAML, separated by commas elsewhere.
 *
 * @param plural what the list is, to follow "expected"
 */
record ListOf<T>(ValueType<T> element, String plural) implements ValueType<List<T>> {
    @Override
    public List<T> read(String text) {
        List<String> texts = new ArrayList<>();
        int from = 0;
        while (from <= text.length() && !text.isBlank()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            texts.add(text.substring(from, to).trim());
            from = to + 1;
        }
        return readAll(texts);
    }

    @Override
    public String show(List<T> value) {
        StringBuilder shown = new StringBuilder("[");
        for (T each : value) {
            shown.append(shown.length() == 1 ? "" : ", ").append(element.show(each));
        }
        return shown.append(']').toString();
    }

    @Override
    public String expected() {
        return plural;
    }

    @Override
    public boolean accepts(List<T> value) {
        for (T each : value) {
            if (!element.accepts(each)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<T> readAll(List<String> texts) {
        List<T> values = new ArrayList<>();
        for (String text : texts) {
            values.add(element.read(text));
        }
        return List.copyOf(values);
    }

    @Override
    public String quote(String text) {
        return element.quote(text);
    }
}
