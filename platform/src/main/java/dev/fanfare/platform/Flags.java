package dev.fanfare.platform;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written behind {@code ./fanfare up}, as settings. */
final class Flags {
    static final String HELP = """
            Starts the platform, and the realtime server inside it.

              --port N             where the platform listens (8080)
              --realtime-port N    where the realtime server listens (6001)
              --data DIR           where the embedded database is (.fanfare/data)
              --database URL       another database: jdbc:postgresql://HOST/NAME?user=…&password=…
              --host ADDRESS       where both listen (127.0.0.1); demo accounts are there on a loopback address only
              --no-demo            no demo accounts and no demo data
              --help               this text

            Without demo data PLATFORM_ADMIN_EMAIL and PLATFORM_ADMIN_PASSWORD make the first administrator, who invites others.
            Any other setting as --NAME=VALUE, such as --platform.auctions.visibility=private.
            With REALTIME_PROVIDER=pusher, PUSHER_HOST, PUSHER_PORT, PUSHER_APP_ID, PUSHER_KEY and PUSHER_SECRET
            it uses a server that runs elsewhere, and starts none.
            """;

    private static final Map<String, List<String>> PROPERTIES = new LinkedHashMap<>();

    static {
        PROPERTIES.put("--port", List.of("server.port"));
        PROPERTIES.put("--realtime-port", List.of("fanfare.port"));
        PROPERTIES.put("--data", List.of("platform.data"));
        PROPERTIES.put("--database", List.of("spring.datasource.url"));
        PROPERTIES.put("--host", List.of("server.address", "fanfare.host"));
    }

    private Flags() {}

    /**
     * Spring's spelling of what is written; what is written twice counts as it is written last.
     *
     * @throws IllegalArgumentException if something is written that means nothing; the message is for whoever wrote it
     */
    static List<String> settings(List<String> arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            List<String> properties = PROPERTIES.get(name);
            if (properties != null) {
                String value = equals < 0 ? next(name, rest) : argument.substring(equals + 1);
                String said =
                        name.equals("--data") ? Path.of(value).toAbsolutePath().toString() : value;
                properties.forEach(property -> settings.put("--" + property, said));
            } else if (argument.equals("--no-demo")) {
                settings.put("--platform.demo", "false");
            } else if (argument.startsWith("--") && name.contains(".") && equals > 0) {
                settings.put(name, argument.substring(equals + 1));
            } else {
                throw new IllegalArgumentException(
                        "There is no `" + argument + "`; --help lists what there is, other settings are --NAME=VALUE");
            }
        }
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private static String next(String flag, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(flag + " needs a value");
        }
        return rest.next();
    }
}
