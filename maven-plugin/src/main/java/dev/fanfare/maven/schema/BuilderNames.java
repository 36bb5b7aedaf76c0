package dev.fanfare.maven.schema;

import dev.fanfare.sdk.registry.ChannelPattern;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One word for each pattern: what is fixed in it, without its type ({@code user} for {@code private-user-{userId}}), and with it
 * ({@code privateUser}) where two would be called the same.
 */
final class BuilderNames {
    private static final Pattern TYPE = Pattern.compile("^(private-encrypted-cache-|private-encrypted-|private-cache-"
            + "|private-|presence-cache-|presence-|cache-)");

    private BuilderNames() {}

    static Map<ChannelPattern, String> of(Collection<ChannelPattern> patterns) {
        List<String> brief = patterns.stream().map(BuilderNames::brief).toList();
        Map<ChannelPattern, String> names = new HashMap<>();
        Set<String> given = new HashSet<>();
        patterns.stream().sorted(ChannelPatterns.BY_TEXT).forEach(pattern -> {
            String name = brief(pattern);
            boolean isPlain = !name.isEmpty() && Collections.frequency(brief, name) == 1;
            names.put(pattern, unique(isPlain ? name : camelCase(pattern.prefix()), given));
        });
        return names;
    }

    private static String unique(String wanted, Set<String> given) {
        String first = wanted.isEmpty() ? "channel" : wanted;
        String name = first;
        for (int number = 2; !given.add(name); number++) {
            name = first + number;
        }
        return name;
    }

    private static String brief(ChannelPattern pattern) {
        return camelCase(TYPE.matcher(pattern.prefix()).replaceFirst(""));
    }

    private static String camelCase(String text) {
        String words = Arrays.stream(text.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return words.isEmpty() ? "" : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
