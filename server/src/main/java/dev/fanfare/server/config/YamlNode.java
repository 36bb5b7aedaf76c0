package dev.fanfare.server.config;

import java.util.List;

/** A part of a YAML file, and the line on which it begins. */
sealed interface YamlNode {
    int line();

    /** "a text", for a message about what was expected instead. */
    String kind();

    record Scalar(String text, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** A key without a value. */
    record Empty(int line) implements YamlNode {
        @Override
        public String kind() {
            return "empty";
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Entries in the order of the file; a key may come twice. */
    record Mapping(List<Entry> entries, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a group of settings";
        }
    }

    /** @param line that of the key */
    record Entry(String key, YamlNode value, int line) {}
}
