package dev.fanfare.server.config;

import java.util.List;

/** A configuration that no server can start with. Names everything that is wrong, not just the first. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> problems;

    public ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each, without secrets. */
    public List<String> problems() {
        return problems;
    }
}
