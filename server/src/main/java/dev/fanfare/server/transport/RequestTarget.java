package dev.fanfare.server.transport;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a handshake asks for.
 *
 * @param appKey the key in the path, null if the path is not {@code /app/{key}}
 * @param protocol the first query parameter of that name, null if there is none
 */
record RequestTarget(@Nullable String appKey, @Nullable String protocol) {
    private static final String APP = "/app/";
    private static final String PROTOCOL = "protocol=";

    /** @param pathPrefix what has to stand in front of the path */
    static RequestTarget of(String uri, String pathPrefix) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return new RequestTarget(appKey(path, pathPrefix), query < 0 ? null : protocol(uri.substring(query + 1)));
    }

    private static @Nullable String appKey(String path, String pathPrefix) {
        String start = pathPrefix + APP;
        if (!path.startsWith(start)) {
            return null;
        }
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        if (end <= start.length() || path.substring(start.length(), end).indexOf('/') >= 0) {
            return null;
        }
        return decoded(path.substring(start.length(), end), true);
    }

    private static @Nullable String protocol(String query) {
        for (String parameter : query.split("&")) {
            if (parameter.startsWith(PROTOCOL)) {
                String raw = parameter.substring(PROTOCOL.length());
                String value = decoded(raw, false);
                return value == null ? raw : value;
            }
        }
        return null;
    }

    private static @Nullable String decoded(String text, boolean inPath) {
        try {
            return inPath
                    ? new QueryStringDecoder(text, StandardCharsets.UTF_8, true).path()
                    : QueryStringDecoder.decodeComponent(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
