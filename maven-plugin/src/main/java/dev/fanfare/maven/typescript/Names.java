package dev.fanfare.maven.typescript;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** How TypeScript spells names and texts. */
final class Names {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    /** What no parameter may be called, and the function that all builders call. */
    private static final Set<String> TAKEN =
            Set.of(("channel arguments await break case catch class const continue debugger "
                            + "default delete do else enum eval export extends false finally for function if implements import in "
                            + "instanceof interface let new null package private protected public return static super switch this "
                            + "throw true try typeof var void while with yield")
                    .split(" "));

    private Names() {}

    /** The name of a parameter, with an underscore before it if it would mean something else. */
    static String parameter(String name) {
        return TAKEN.contains(name) ? "_" + name : name;
    }

    /** A name of a property, in quotes if it needs them. */
    static String property(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : quoted(name);
    }

    /** A text in single quotes. */
    static String quoted(String text) {
        String json = JsonMapper.shared().writeValueAsString(text);
        String escaped =
                json.substring(1, json.length() - 1).replace("\\\"", "\"").replace("'", "\\'");
        return "'" + escaped + "'";
    }
}
