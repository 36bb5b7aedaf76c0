package dev.fanfare.platform.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Who can reach the platform, and how: by where it listens, and by the address that {@code platform.public-url} says it has. */
@Component
public class Exposure {
    private static final String NAME = "platform.public-url";

    private final boolean toOthers;
    private final boolean overTls;
    private final @Nullable String authority;
    private final @Nullable String publicUrl;

    Exposure(ServerProperties server, @Value("${" + NAME + ":}") String publicUrl) {
        InetAddress address = server.getAddress();
        URI url = publicUrl.isBlank() ? null : parsed(publicUrl.strip());
        toOthers = address == null || !address.isLoopbackAddress() || url != null && !isLoopback(url.getHost());
        overTls = url != null && url.getScheme().equals("https");
        authority = url == null ? null : url.getAuthority().toLowerCase(Locale.ROOT);
        this.publicUrl = url == null ? null : url.toString().replaceFirst("/+$", "");
    }

    private static URI parsed(String publicUrl) {
        String expected = NAME + " is `" + publicUrl + "`, expected such as https://auctions.example.com";
        try {
            URI url = URI.create(publicUrl);
            boolean isPage = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (isPage && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(expected, e);
        }
        throw new IllegalArgumentException(expected);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether anybody on another machine may. */
    public boolean toOthers() {
        return toOthers;
    }

    /** Whether they do it over TLS, which then ends at a proxy. */
    public boolean overTls() {
        return overTls;
    }

    /** The address that people use, without a slash at its end; null if nobody said. */
    public @Nullable String publicUrl() {
        return publicUrl;
    }

    /** The host, and the port if it is not the usual one, of the address that people use; null if nobody said. */
    @Nullable
    String authority() {
        return authority;
    }
}
