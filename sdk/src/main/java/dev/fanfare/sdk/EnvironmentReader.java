package dev.fanfare.sdk;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.RealtimeSettings.ClientAddress;
import dev.fanfare.sdk.encryption.MasterKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads settings from environment variables. Used once. */
final class EnvironmentReader {
    static final String MASTER_KEY = "PUSHER_ENCRYPTION_MASTER_KEY_BASE64";
    private static final String DEFAULT_CLUSTER = "us2";
    private static final String DEFAULT_AUTH_ENDPOINT = "/api/pusher/auth";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_PORT = 65_535;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    EnvironmentReader(Map<String, String> environment) {
        this.environment = environment;
    }

    RealtimeSettings read() {
        String secret = value("PUSHER_SECRET");
        String provider = value("REALTIME_PROVIDER");
        String cluster = agreed("PUSHER_CLUSTER", "NEXT_PUBLIC_PUSHER_CLUSTER");
        RealtimeSettings settings = new RealtimeSettings(
                provider == null ? "pusher" : provider,
                value("PUSHER_APP_ID"),
                agreed("PUSHER_KEY", "NEXT_PUBLIC_PUSHER_KEY"),
                secret == null ? null : new AppSecret(secret),
                masterKey(),
                api(),
                cluster == null ? DEFAULT_CLUSTER : cluster,
                clients(),
                TIMEOUT,
                ProtocolLimits.EVENT_DATA_SIZE,
                flag("REALTIME_COALESCING", false));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
        return settings;
    }

    private @Nullable MasterKey masterKey() {
        String text = value(MASTER_KEY);
        try {
            return text == null ? null : MasterKey.parse(text);
        } catch (IllegalArgumentException | IllegalStateException e) {
            problems.add(MASTER_KEY + ": " + e.getMessage());
            return null;
        }
    }

    private @Nullable URI api() {
        String host = value("PUSHER_HOST");
        if (host == null) {
            return null;
        }
        boolean tls = flag("PUSHER_USE_TLS", !isLocal(host));
        Integer port = port("PUSHER_PORT");
        return URI.create((tls ? "https://" : "http://") + host + (port == null ? "" : ":" + port));
    }

    private ClientAddress clients() {
        String host = value("NEXT_PUBLIC_PUSHER_WS_HOST");
        Integer port = port("NEXT_PUBLIC_PUSHER_WS_PORT");
        String combined = value("NEXT_PUBLIC_PUSHER_HOST");
        if (host == null && combined != null) {
            int colon = combined.indexOf(':');
            host = colon < 0 ? combined : combined.substring(0, colon);
            port = colon < 0 ? port : port("NEXT_PUBLIC_PUSHER_HOST", combined.substring(colon + 1));
        }
        String endpoint = value("NEXT_PUBLIC_PUSHER_AUTH_ENDPOINT");
        boolean encrypted = flag("NEXT_PUBLIC_PUSHER_FORCE_TLS", host == null || !isLocal(host));
        return new ClientAddress(host, port, encrypted, endpoint == null ? DEFAULT_AUTH_ENDPOINT : endpoint);
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.");
    }

    /** The first of two variables that mean the same, which must not differ. */
    private @Nullable String agreed(String first, String second) {
        String one = value(first);
        String other = value(second);
        if (one != null && other != null && !one.equals(other)) {
            problems.add(first + " is `" + one + "` and " + second + " is `" + other + "`, expected the same");
        }
        return one == null ? other : one;
    }

    private boolean flag(String variable, boolean otherwise) {
        String text = value(variable);
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(variable + " is `" + text + "`, expected true or false");
        }
        return text.equals("true");
    }

    private @Nullable Integer port(String variable) {
        String text = value(variable);
        return text == null ? null : port(variable, text);
    }

    private @Nullable Integer port(String variable, String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > MAX_PORT) {
            problems.add(variable + " has port `" + text + "`, expected 0 to " + MAX_PORT);
            return null;
        }
        return port;
    }

    /** Without the quotes that stay around a value where a file of variables is taken as it is. */
    private @Nullable String value(String variable) {
        String text = environment.getOrDefault(variable, "").strip();
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String value = isQuoted ? text.substring(1, text.length() - 1).strip() : text;
        return value.isEmpty() ? null : value;
    }
}
