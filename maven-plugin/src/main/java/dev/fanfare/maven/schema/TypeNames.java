package dev.fanfare.maven.schema;

import com.fasterxml.classmate.ResolvedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of types that are unique in one document: a class's simple name, and where several classes share it as much of what
 * encloses them before it as tells them apart. They do not depend on the order of types.
 */
final class TypeNames {
    /** What documents call their own things, and a type of the language that they use. */
    private static final Set<String> TAKEN = Set.of(
            "ChannelEvents",
            "ChannelMembers",
            "ChannelPattern",
            "EventData",
            "EventName",
            "MemberInfoOf",
            "PatternOf",
            "Record");

    private TypeNames() {}

    /** @param types by id; the names come under the same ids */
    static Map<String, String> of(Map<String, ResolvedType> types) {
        Map<String, Long> uses =
                types.values().stream().collect(Collectors.groupingBy(type -> name(type, 1), Collectors.counting()));
        Map<String, String> names = new LinkedHashMap<>();
        List<Map.Entry<String, ResolvedType>> shared = new ArrayList<>();
        for (Map.Entry<String, ResolvedType> one : types.entrySet()) {
            String name = name(one.getValue(), 1);
            if (uses.getOrDefault(name, 0L) == 1 && !TAKEN.contains(name)) {
                names.put(one.getKey(), name);
            } else {
                shared.add(one);
            }
        }
        shared.sort(Comparator.comparing(one -> one.getValue().getFullDescription()));
        shared.forEach(one -> names.put(one.getKey(), unique(one.getValue(), types, names)));
        return names;
    }

    private static String unique(ResolvedType type, Map<String, ResolvedType> types, Map<String, String> given) {
        int longest = segments(type.getErasedType()).size();
        for (int length = 2; length <= longest; length++) {
            String name = name(type, length);
            int depth = length;
            boolean isShared = types.values().stream()
                    .anyMatch(other -> !other.equals(type) && name(other, depth).equals(name));
            if (!isShared && !given.containsValue(name) && !TAKEN.contains(name)) {
                return name;
            }
        }
        String name = name(type, longest);
        int number = 2;
        while (given.containsValue(name + number)) {
            number++;
        }
        return name + number;
    }

    /** @param length how many names of the class and what encloses it */
    private static String name(ResolvedType type, int length) {
        List<String> segments = segments(type.getErasedType());
        String own = segments.subList(Math.max(0, segments.size() - length), segments.size()).stream()
                .map(TypeNames::capitalized)
                .collect(Collectors.joining());
        String parameters = type.getTypeParameters().stream()
                .map(parameter -> name(parameter, length))
                .collect(Collectors.joining("And"));
        return parameters.isEmpty() ? own : own + "Of" + parameters;
    }

    private static List<String> segments(Class<?> type) {
        return Arrays.stream(type.getName().split("[.$]"))
                .map(segment -> segment.replaceAll("\\W", "_"))
                .toList();
    }

    private static String capitalized(String segment) {
        return segment.isEmpty() ? segment : Character.toUpperCase(segment.charAt(0)) + segment.substring(1);
    }
}
