package dev.fanfare.server;

import dev.fanfare.server.config.ConfigException;
import dev.fanfare.server.config.ConfigReader;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.doctor.Doctor;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code fanfare doctor}: looks at this machine, at a running server ({@code --url}), or at the clock ({@code --against}). */
final class DoctorCommand {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    private final PrintStream out;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    /** @throws ConfigException if a flag, the file or a variable is wrong */
    int run(List<String> arguments, Map<String, String> environment) {
        List<String> flags = new ArrayList<>(arguments);
        URI url = take("--url", flags);
        URI against = take("--against", flags);
        ServerConfig config = ConfigReader.read(flags, environment).config();
        Doctor doctor = new Doctor(out, InstantSource.system());
        boolean well = url == null ? doctor.examine(config) : doctor.examine(url, config);
        if (against != null) {
            well &= doctor.compareClock(against);
        }
        return well ? Main.OK : Main.FAILED;
    }

    private static @Nullable URI take(String flag, List<String> flags) {
        for (int i = 0; i < flags.size(); i++) {
            String argument = flags.get(i);
            if (argument.startsWith(flag + "=")) {
                flags.remove(i);
                return address(flag, argument.substring(flag.length() + 1));
            }
            if (argument.equals(flag) && i + 1 < flags.size()) {
                flags.remove(i);
                return address(flag, flags.remove(i));
            }
        }
        return null;
    }

    private static URI address(String flag, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // As what is no address of a server.
        }
        throw new ConfigException(
                List.of(flag + " is `" + text + "`, expected an address such as wss://realtime.example.com"));
    }
}
