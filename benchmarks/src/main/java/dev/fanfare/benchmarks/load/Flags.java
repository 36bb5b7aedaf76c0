package dev.fanfare.benchmarks.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The {@code --name value} pairs of a command. Every flag must be asked for, else {@link #finish} names the unknown ones. */
public final class Flags {
    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /**
     * @param switches names of flags that have no value
     * @throws IllegalArgumentException if a value or a name is missing
     */
    public Flags(Iterable<String> arguments, Set<String> switches) {
        String name = "";
        for (String argument : arguments) {
            if (!name.isEmpty()) {
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(argument);
                name = "";
            } else if (!argument.startsWith("--")) {
                throw new IllegalArgumentException("Argument " + argument + " is not expected: flags start with --");
            } else if (switches.contains(argument.substring(2))) {
                values.put(argument.substring(2), List.of());
            } else {
                name = argument.substring(2);
            }
        }
        if (!name.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " has no value");
        }
        unknown.addAll(values.keySet());
    }

    /** Every value of a flag that may be repeated. */
    public List<String> all(String name) {
        unknown.remove(name);
        return values.getOrDefault(name, List.of());
    }

    /** The flag's last value. */
    public String text(String name, String otherwise) {
        List<String> given = all(name);
        return given.isEmpty() ? otherwise : given.getLast();
    }

    public boolean has(String name) {
        unknown.remove(name);
        return values.containsKey(name);
    }

    public int number(String name, int otherwise) {
        return (int) decimal(name, otherwise);
    }

    public double decimal(String name, double otherwise) {
        String value = text(name, "");
        try {
            return value.isEmpty() ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is " + value + ", expected a number", e);
        }
    }

    /**
     * Ends the asking.
     *
     * @throws IllegalArgumentException if a flag was given that nobody asked for
     */
    public void finish() {
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown: --" + String.join(", --", unknown));
        }
    }
}
