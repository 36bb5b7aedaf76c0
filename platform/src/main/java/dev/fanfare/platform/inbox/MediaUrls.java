package dev.fanfare.platform.inbox;

import dev.fanfare.platform.web.Problem;
import java.net.URI;
import java.util.Locale;

/** Addresses that the carrier is to fetch something from: public ones, since we would only tell it about our own machines. */
final class MediaUrls {
    private static final int LONGEST = 2_000;

    private MediaUrls() {}

    /** @throws Problem 400 if the carrier could not use it, or should not know it */
    static void check(String url) {
        URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        String host = parsed.getHost();
        if (url.length() > LONGEST
                || !"https".equals(parsed.getScheme())
                || parsed.getRawUserInfo() != null
                || host == null
                || !isPublicName(host.toLowerCase(Locale.ROOT))) {
            throw invalid();
        }
    }

    /** A name with a domain, and no address: {@code 10.0.0.1}, {@code [::1]} and {@code 0x7f.1} are none. */
    private static boolean isPublicName(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int dot = name.lastIndexOf('.');
        String top = name.substring(dot + 1);
        return dot > 0
                && top.matches("[a-z][a-z0-9-]*")
                && !top.equals("localhost")
                && !top.equals("local")
                && !top.equals("internal");
    }

    private static Problem invalid() {
        return Problem.malformed("invalid_media", "mediaUrls has to hold public addresses that begin with https://");
    }
}
