package dev.fanfare.server.config;

import java.util.List;

/** A value as somebody wrote it. */
sealed interface Written {
    /** @throws IllegalArgumentException if it is not of the type */
    <T> T as(ValueType<T> type);

    /** It, for a message; masked if the type is a secret. */
    String quotedAs(ValueType<?> type);

    /** One value, or several with commas between them. */
    record One(String text) implements Written {
        @Override
        public <T> T as(ValueType<T> type) {
            return type.read(text);
        }

        @Override
        public String quotedAs(ValueType<?> type) {
            return text.isEmpty() ? "empty" : type.quote(text);
        }
    }

    /** A list of values. */
    record Several(List<String> texts) implements Written {
        @Override
        public <T> T as(ValueType<T> type) {
            return type.readAll(texts);
        }

        @Override
        public String quotedAs(ValueType<?> type) {
            return "a list";
        }
    }

    /** Something that is neither. */
    record Other(String kind) implements Written {
        @Override
        public <T> T as(ValueType<T> type) {
            throw new IllegalArgumentException(kind);
        }

        @Override
        public String quotedAs(ValueType<?> type) {
            return kind;
        }
    }
}
