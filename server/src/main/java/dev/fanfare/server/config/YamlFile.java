package dev.fanfare.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads a YAML file with its line numbers. The only class that touches Jackson, so that a start without a file loads none of it. */
final class YamlFile {
    private final String name;
    private final JsonParser parser;

    private YamlFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** The mapping at the top; or null, after a problem. */
    static YamlNode.@Nullable Mapping read(Path file, List<String> problems) {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readString(file), problems);
        } catch (NoSuchFileException e) {
            problems.add("configuration file `" + file + "` does not exist");
        } catch (IOException e) {
            problems.add("configuration file `" + file + "` cannot be read: " + e);
        }
        return null;
    }

    /**
     * The mapping at the top of a text; or null, after a problem.
     *
     * @param name how messages call it
     */
    static YamlNode.@Nullable Mapping parse(String name, String text, List<String> problems) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return new YamlFile(name, parser).top(problems);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(name + ":" + line + ": this is not YAML: " + cause(e));
        }
        return null;
    }

    private YamlNode.@Nullable Mapping top(List<String> problems) {
        if (parser.nextToken() == null) {
            return new YamlNode.Mapping(List.of(), 1);
        }
        YamlNode top = node();
        if (parser.nextToken() != null) {
            problems.add(name + ":" + line() + ": a second document begins, expected one");
            return null;
        }
        if (top instanceof YamlNode.Empty) {
            return new YamlNode.Mapping(List.of(), 1);
        }
        if (top instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        problems.add(name + ":" + top.line() + ": the file is " + top.kind() + ", expected a group of settings");
        return null;
    }

    private YamlNode node() {
        int line = line();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<YamlNode.Entry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int keyLine = line();
                parser.nextToken();
                entries.add(new YamlNode.Entry(key, node(), keyLine));
            }
            return new YamlNode.Mapping(entries, line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node());
            }
            return new YamlNode.Sequence(items, line);
        }
        return token == JsonToken.VALUE_NULL ? new YamlNode.Empty(line) : new YamlNode.Scalar(parser.getString(), line);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The parser's own words without the lines it quotes from the file, which may hold secrets. */
    private static String cause(JacksonException e) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        String message = e.getOriginalMessage();
        while (from < message.length()) {
            int newline = message.indexOf('\n', from);
            int to = newline < 0 ? message.length() : newline;
            if (to > from && message.charAt(from) != ' ') {
                words.append(words.isEmpty() ? "" : ", ").append(message, from, to);
            }
            from = to + 1;
        }
        return words.toString();
    }
}
