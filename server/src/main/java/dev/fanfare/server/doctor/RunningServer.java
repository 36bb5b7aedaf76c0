package dev.fanfare.server.doctor;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.RequestSigner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A server as its clients and back ends see it, through whatever stands in front of it. */
final class RunningServer implements AutoCloseable {
    private static final String BEHIND_PROXY = "see docs/guides/tls.md";

    private final URI url;
    private final App app;
    private final boolean development;
    private final InstantSource clock;
    private final Asking asking = new Asking();
    private boolean reachable;

    /** @param development whether nobody has configured an app */
    RunningServer(URI url, App app, boolean development, InstantSource clock) {
        this.url = url;
        this.app = app;
        this.development = development;
        this.clock = clock;
    }

    private URI address(String scheme, String path) {
        boolean secure = url.getScheme().equals("https") || url.getScheme().equals("wss");
        String prefix = url.getRawPath() == null ? "" : url.getRawPath();
        String base = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return URI.create(scheme + (secure ? "s" : "") + "://" + url.getRawAuthority() + base + path);
    }

    List<Finding> health() {
        URI ready = address("http", "/ready");
        try {
            HttpResponse<String> answer = asking.get(ready);
            reachable = true;
            return List.of(health(ready, answer));
        } catch (IOException e) {
            return List.of(Finding.wrong(unreachable(e)));
        }
    }

    private static Finding health(URI ready, HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 ->
                answer.body().contains("\"status\"")
                        ? Finding.well(ready + " is ready")
                        : Finding.wrong(ready + " answers, but not as Fanfare does: the address or the path prefix is"
                                + " another server's (`port`, `path-prefix`)");
            case 503 ->
                Finding.wrong(ready + " takes no traffic: it is stopping, or short of memory"
                        + " (`memory-guard.threshold`)");
            case 502, 504 ->
                Finding.wrong(ready + " is a proxy that does not reach the server (" + answer.statusCode()
                        + "): its upstream is not `host` and `port` of the server");
            case 404 -> Finding.wrong(ready + " does not exist: what stands in front of the path is not `path-prefix`");
            default -> Finding.wrong(ready + " answers " + answer.statusCode() + ", expected 200");
        };
    }

    private String unreachable(IOException e) {
        String where = url.getRawAuthority();
        return switch (e) {
            case HttpTimeoutException timeout ->
                where + " does not answer within " + Asking.PATIENCE.toSeconds() + " s: a firewall, or another address";
            case ConnectException refused when hasUnknownHost(refused) -> "Host " + url.getHost() + " is unknown here";
            case ConnectException refused ->
                "Nobody listens on " + where + ": the server is not started, or `host` of its"
                        + " configuration is loopback, or `port` is another";
            case SSLException tls ->
                where + " is not trusted: " + tls.getMessage()
                        + "; the chain in `tls.certificate` is not complete, or is for another name, or the port is plain HTTP";
            default -> where + " does not answer: " + e;
        };
    }

    private static boolean hasUnknownHost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof java.nio.channels.UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    /** A connection as SDKs open one. */
    List<Finding> webSocket() {
        if (!reachable) {
            return List.of();
        }
        URI address = address("ws", "/app/" + app.key() + "?protocol=7&client=doctor&version=1");
        FirstFrame first = FirstFrame.of(asking.client(), address);
        if (first.refusedWith() != 0) {
            return List.of(Finding.wrong("The WebSocket handshake is answered with " + first.refusedWith()
                    + ", expected 101: a proxy in front does not pass `Upgrade` and `Connection` on, " + BEHIND_PROXY));
        }
        String text = first.text();
        if (text == null) {
            return List.of(Finding.wrong("The WebSocket connection breaks before the first frame: " + first.failure()
                    + "; a proxy in front may not know WebSocket, " + BEHIND_PROXY));
        }
        if (text.contains("connection_established")) {
            return List.of(Finding.well("Clients connect with the key of app " + app.id()));
        }
        return List.of(Finding.wrong("Clients are refused: " + text + advice(text)));
    }

    private static boolean isAbout(String error, CloseCode code) {
        return error.contains(Integer.toString(code.code()));
    }

    private String advice(String error) {
        if (isAbout(error, CloseCode.UNKNOWN_APP)) {
            return development
                    ? ". No app is configured here: give the doctor the server's configuration (--config, or --app-key)"
                    : ". Key of app " + app.id() + " is unknown there: `key` differs";
        }
        return isAbout(error, CloseCode.TLS_REQUIRED)
                ? ". App " + app.id()
                        + " is `tls-only`, and the server does not know that this came over TLS: use wss, or set"
                        + " `trusted-proxies`"
                : "";
    }

    /** A query as a back end signs it. */
    List<Finding> signedRequest() {
        if (!reachable || development && !isLoopback()) {
            return List.of();
        }
        String path = "/apps/" + app.id() + "/channels";
        String signedPath = address("http", path).getRawPath();
        String query = new RequestSigner(app.key(), app.secrets().getFirst())
                .sign("GET", path, Map.of(), new byte[0], clock.instant().getEpochSecond());
        try {
            HttpResponse<String> answer = asking.get(address("http", path + "?" + query));
            return List.of(
                    answer.statusCode() == 200
                            ? Finding.well("Back ends may publish as app " + app.id())
                            : Finding.wrong("Back ends are refused: " + answer.statusCode() + " " + answer.body()
                                    + reason(answer.statusCode(), signedPath)));
        } catch (IOException e) {
            return List.of(Finding.wrong(unreachable(e)));
        }
    }

    private static @Nullable String reason(int status, String path) {
        return switch (status) {
            case 401 -> ". `secret` differs, or a clock is wrong, or a proxy in front changes the path " + path;
            case 404 -> ". `id` of the app differs";
            default -> "";
        };
    }

    private boolean isLoopback() {
        return url.getHost() != null
                && (url.getHost().equals("localhost") || url.getHost().startsWith("127."));
    }

    @Override
    public void close() {
        asking.close();
    }
}
