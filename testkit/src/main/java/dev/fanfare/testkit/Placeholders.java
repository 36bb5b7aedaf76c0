package dev.fanfare.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Fills in the <code>${…}</code> of a transcript. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}\"]+)}");

    /** Who asks: whose socket id and whose app a signature is made with. */
    record Speaker(@Nullable String socketId, TestApp app) {}

    private final Map<String, String> values = new HashMap<>();
    private final Function<String, Speaker> speakers;

    /** @param speakers finds a client by its name */
    Placeholders(Function<String, Speaker> speakers) {
        this.speakers = speakers;
    }

    void let(String name, String value) {
        values.put(name, value);
    }

    /** The text to send. */
    String fill(String text, Speaker speaker) {
        return replace(text, Function.identity(), name -> {
            String value = value(name, speaker);
            if (value == null) {
                throw new IllegalArgumentException("${" + name + "} has no value here");
            }
            return value;
        });
    }

    /** What the text has to be like; {@code ${*}} stands for anything, {@code ${#}} for a number. */
    Pattern pattern(String text, Speaker speaker) {
        return Pattern.compile(replace(text, Pattern::quote, name -> {
            if (name.equals("*")) {
                return "(?s:.*)";
            }
            if (name.equals("#")) {
                return "\\d+";
            }
            String value = value(name, speaker);
            return value == null ? "\\d+\\.\\d+" : Pattern.quote(value);
        }));
    }

    private static String replace(String text, Function<String, String> literal, Function<String, String> placeholder) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            filled.append(literal.apply(text.substring(from, matcher.start())));
            filled.append(placeholder.apply(matcher.group(1)));
            from = matcher.end();
        }
        return filled.append(literal.apply(text.substring(from))).toString();
    }

    /** Null for the socket id of a client that has none yet. */
    private @Nullable String value(String name, Speaker speaker) {
        if (name.endsWith("socket_id")) {
            int dot = name.indexOf('.');
            return (dot < 0 ? speaker : speakers.apply(name.substring(0, dot))).socketId();
        }
        if (name.startsWith("now")) {
            long offset = name.length() == 3 ? 0 : Long.parseLong(name.substring(3));
            return Long.toString(Instant.now().getEpochSecond() + offset);
        }
        String[] parts = name.split(":");
        return switch (parts[0]) {
            case "repeat" -> parts[1].repeat(Integer.parseInt(parts[2]));
            case "auth" ->
                parts.length == 2
                        ? speaker.app().authorize(String.valueOf(speaker.socketId()), parts[1])
                        : speaker.app().authorize(String.valueOf(speaker.socketId()), parts[1], named(parts[2]));
            case "twice" -> escaped(escaped(named(parts[1])));
            case "signin" -> speaker.app().authenticate(String.valueOf(speaker.socketId()), named(parts[1]));
            default -> escaped(named(name));
        };
    }

    private String named(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("${" + name + "} is not defined, expected a line: let " + name + " = …");
        }
        return value;
    }

    /** As it stands inside of a JSON string. */
    private static String escaped(String value) {
        String quoted = JsonMapper.shared().writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
