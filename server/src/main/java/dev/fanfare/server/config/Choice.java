package dev.fanfare.server.config;

import java.util.List;
import java.util.Locale;

/** One of the constants of an enum, in lower case. */
record Choice<E extends Enum<E>>(List<E> constants) implements ValueType<E> {
    @Override
    public E read(String text) {
        for (E constant : constants) {
            if (show(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("none of them");
    }

    @Override
    public String show(E value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String expected() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < constants.size(); i++) {
            names.append(i == 0 ? "" : i == constants.size() - 1 ? " or " : ", ")
                    .append(show(constants.get(i)));
        }
        return names.toString();
    }

    @Override
    public boolean accepts(E value) {
        return constants.contains(value);
    }
}
