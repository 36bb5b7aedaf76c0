package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The environment variables that begin with {@code FANFARE_}. */
final class EnvironmentSettings {
    /** The configuration file. */
    static final String CONFIG = "FANFARE_CONFIG";

    /** Read by the launcher. */
    private static final String JAVA_OPTS = "FANFARE_JAVA_OPTS";

    private EnvironmentSettings() {}

    static void into(ConfigDraft draft, Map<String, String> environment) {
        draft.others = OtherServers.into(draft, environment);
        List<String> known = new ArrayList<>();
        known.add(CONFIG);
        known.add(JAVA_OPTS);
        for (String key : Keys.OUTSIDE_FILE) {
            String variable = Keys.variable(key);
            known.add(variable);
            String text = environment.get(variable);
            if (text != null && !text.startsWith("tcp://")) {
                draft.set(key, text, variable);
            }
        }
        for (String name : environment.keySet()) {
            if (name.startsWith(Keys.ENVIRONMENT_PREFIX) && !known.contains(name) && !isServiceLink(name)) {
                draft.problems.add("unknown environment variable `" + name + "`"
                        + Spelling.suggestion(Spelling.nearest(name, known)));
            }
        }
    }

    /**
     * Kubernetes tells every container of a namespace about a service called {@code fanfare} in variables of these names,
     * and with {@code FANFARE_PORT=tcp://…}.
     */
    private static boolean isServiceLink(String name) {
        return name.startsWith("FANFARE_SERVICE_") || name.startsWith("FANFARE_PORT_");
    }
}
