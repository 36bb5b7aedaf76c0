package dev.fanfare.server.reload;

import dev.fanfare.server.config.ConfigException;
import dev.fanfare.server.config.EffectiveConfig;
import dev.fanfare.server.config.ServerConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts a changed configuration file in force as far as that goes without a restart, and says in one message what came of it.
 * Used by one thread.
 */
public final class ConfigReload {
    private static final Logger LOG = System.getLogger(ConfigReload.class.getName());

    private final Supplier<EffectiveConfig> reader;
    private final Consumer<ServerConfig> server;
    private final EffectiveConfig atStart;
    private EffectiveConfig present;

    /**
     * @param atStart what the server was started with, which stays in force where a change needs a restart
     * @param reader reads everything anew, or throws {@link ConfigException}
     * @param server takes what it can take while it runs, and leaves the rest
     */
    public ConfigReload(EffectiveConfig atStart, Supplier<EffectiveConfig> reader, Consumer<ServerConfig> server) {
        this.atStart = atStart;
        this.reader = reader;
        this.server = server;
        present = atStart;
    }

    /** Called when the file has changed. An invalid file changes nothing; one that says the same as before is passed over. */
    public void reload() {
        EffectiveConfig next;
        try {
            next = reader.get();
        } catch (ConfigException e) {
            LOG.log(
                    Level.ERROR,
                    "The changed configuration is not taken, and what was stays in force: {0}",
                    String.join("; ", e.problems()));
            return;
        }
        if (next.report().equals(present.report()) && next.config().equals(present.config())) {
            return;
        }
        server.accept(next.config());
        present = next;
        List<String> waiting = next.waitingForRestart(atStart);
        if (waiting.isEmpty()) {
            LOG.log(Level.INFO, "The changed configuration is in force");
        } else {
            LOG.log(
                    Level.WARNING,
                    "The changed configuration is in force, but for what needs a restart: {0}",
                    String.join(", ", waiting));
        }
    }
}
