package dev.fanfare.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a configuration together: what is preset, then the YAML file, then variables of other servers, then {@code FANFARE_}
 * variables, then flags, each over the one before.
 */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * Reads the file that {@code --config} or {@code FANFARE_CONFIG} names, if any; may block on it.
     *
     * @param arguments flags only
     * @throws ConfigException with everything that is wrong
     */
    public static EffectiveConfig read(List<String> arguments, Map<String, String> environment) {
        ConfigDraft draft = new ConfigDraft();
        FlagSettings flags = new FlagSettings(arguments);
        String file = flags.configFile();
        if (file == null) {
            file = environment.get(EnvironmentSettings.CONFIG);
        }
        Path path = file == null ? null : Path.of(file);
        readFile(path, draft);
        EnvironmentSettings.into(draft, environment);
        flags.into(draft);
        return new EffectiveConfig(draft.finish(), draft.server, List.copyOf(draft.apps), path, draft.others);
    }

    private static void readFile(@Nullable Path path, ConfigDraft draft) {
        if (path == null) {
            return;
        }
        YamlNode.Mapping top = YamlFile.read(path, draft.problems);
        if (top != null) {
            new YamlSettings(String.valueOf(path.getFileName()), draft).read(top);
        }
    }
}
