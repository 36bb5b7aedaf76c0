package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The variables of soketi and Laravel Reverb that the environment holds, so that what was set for them need not be set again.
 *
 * @param understood those that say something, unless a {@code FANFARE_} variable or a flag says otherwise
 * @param notUnderstood those that have no counterpart here; also those of an app where the configuration file has apps, or
 *     where no variable says the app's id
 */
record OtherServers(List<String> understood, List<String> notUnderstood) {
    static final OtherServers NONE = new OtherServers(List.of(), List.of());

    private static final String SOKETI = "SOKETI_";
    private static final String REVERB = "REVERB_";

    static OtherServers into(ConfigDraft draft, Map<String, String> environment) {
        TreeSet<String> left = new TreeSet<>();
        for (String name : environment.keySet()) {
            if (name.startsWith(SOKETI) || name.startsWith(REVERB)) {
                left.add(name);
            }
        }
        return left.isEmpty() ? NONE : read(draft, environment, left);
    }

    private static OtherServers read(ConfigDraft draft, Map<String, String> environment, TreeSet<String> left) {
        left.removeAll(AliasTable.OF_CLIENTS);
        left.removeIf(name -> environment.getOrDefault(name, "").isEmpty());
        List<String> understood = new ArrayList<>();
        boolean appToo = draft.apps.isEmpty() && namesApp(environment);
        for (Alias alias : AliasTable.ALL.reversed()) {
            String text = environment.get(alias.variable());
            if (left.contains(alias.variable()) && text != null && (appToo || !alias.ofApp())) {
                set(draft, alias, text);
                understood.addFirst(alias.variable());
            }
        }
        String webhooks = environment.get(AliasTable.SOKETI_WEBHOOKS);
        if (left.contains(AliasTable.SOKETI_WEBHOOKS) && webhooks != null && appToo) {
            SoketiWebhooks.into(draft, webhooks);
            understood.add(AliasTable.SOKETI_WEBHOOKS);
        }
        understood.forEach(left::remove);
        return new OtherServers(List.copyOf(understood), List.copyOf(left));
    }

    private static boolean namesApp(Map<String, String> environment) {
        String id = Keys.APP + AppSettings.ID.key();
        return environment.containsKey(Keys.variable(id))
                || AliasTable.ALL.stream()
                        .anyMatch(alias -> alias.key().equals(id) && environment.containsKey(alias.variable()));
    }

    private static void set(ConfigDraft draft, Alias alias, String text) {
        String here = alias.form().here(text);
        if (here == null) {
            draft.problems.add(alias.variable() + " is `" + text + "`, expected "
                    + alias.form().expected());
        } else {
            draft.set(alias.key(), here, alias.variable());
        }
    }

    /** A line for each of the two lists that holds anything. */
    String report() {
        return line("Understood of other servers: ", understood)
                + line("Not understood, and without effect: ", notUnderstood);
    }

    private static String line(String title, List<String> names) {
        return names.isEmpty() ? "" : title + String.join(", ", names) + "\n";
    }
}
