package dev.fanfare.benchmarks.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The {@code --name value} pairs of a command. Every flag must be asked for, else {@link #finish} names the unknown ones. */
public final class Flags {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /**
     * @param switches names of flags that have no value
     * @throws IllegalArgumentException if a value or a name is missing
     */
    public Flags(Iterable<String> arguments, Set<String> switches) {
        String name = "";
        for (String argument : arguments) {
            if (!name.isEmpty()) {
                values.put(name, argument);
                name = "";
            } else if (!argument.startsWith("--")) {
                throw new IllegalArgumentException("Argument " + argument + " is not expected: flags start with --");
            } else if (switches.contains(argument.substring(2))) {
                values.put(argument.substring(2), "true");
            } else {
                name = argument.substring(2);
            }
        }
        if (!name.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " has no value");
        }
        unknown.addAll(values.keySet());
    }

    public String text(String name, String otherwise) {
        unknown.remove(name);
        return values.getOrDefault(name, otherwise);
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

    /** @throws IllegalArgumentException if a flag was given that nobody asked for */
    public void finish() {
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown: --" + String.join(", --", unknown));
        }
    }
}
