package dev.fanfare.sdk.pusher;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.RequestSigner;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs requests of one app, sends them, and turns every answer into JSON or a {@link RealtimeException}. */
final class HttpApi {
    private static final byte[] NO_BODY = {};
    private static final int OK = 200;

    /**
     * One for all apps: it keeps connections for each host, and a cheap service makes no pool of its own. What it has to do for an
     * answer it does on its selector's thread: that is less than handing it over, which doubles the CPU time of a request. Callers'
     * code never runs there: the client ends the future of an answer on the common pool.
     */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Runnable::run)
            .build();

    private final URI base;
    /** Scheme and authority, in front of every path. */
    private final String origin;

    private final String appPath;
    private final String appId;
    private final Duration timeout;
    private final InstantSource clock;
    private final ThreadLocal<RequestSigner> signers;

    HttpApi(URI base, String appId, String key, AppSecret secret, Duration timeout, InstantSource clock) {
        this.base = base;
        this.appId = appId;
        this.timeout = timeout;
        this.clock = clock;
        origin = base.getScheme() + "://" + base.getRawAuthority();
        appPath = (base.getPath() == null ? "" : base.getPath()) + "/apps/" + appId;
        signers = ThreadLocal.withInitial(() -> new RequestSigner(key, secret));
    }

    /** @param path behind that of the app, not escaped; with a slash in front */
    CompletableFuture<JsonNode> post(String path, String json) {
        return send("POST", path, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same without a body. */
    CompletableFuture<JsonNode> post(String path, Map<String, String> parameters) {
        return send("POST", path, parameters, NO_BODY);
    }

    /** As {@link #post}. */
    CompletableFuture<JsonNode> get(String path, Map<String, String> parameters) {
        return send("GET", path, parameters, NO_BODY);
    }

    private CompletableFuture<JsonNode> send(String method, String path, Map<String, String> parameters, byte[] body) {
        String wholePath = appPath + path;
        String query = signers.get()
                .sign(method, wholePath, parameters, body, clock.instant().getEpochSecond());
        URI target = URI.create(origin + escaped(wholePath) + "?" + query);
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).handle((answer, failure) -> {
            if (failure != null) {
                throw unreachable(failure);
            }
            return read(answer);
        });
    }

    /** Of the characters of channel names and user ids, those that a path cannot hold. */
    private static String escaped(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }

    private RealtimeException unreachable(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new RealtimeException(Kind.UNREACHABLE, 0, base.getRawAuthority() + " does not answer: " + cause, cause);
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw refusal(answer);
        }
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new RealtimeException(
                    Kind.UNREACHABLE, OK, base.getRawAuthority() + " answers with something else than JSON", e);
        }
    }

    private RealtimeException refusal(HttpResponse<String> answer) {
        int status = answer.statusCode();
        Kind kind = switch (status) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403, 429 -> Kind.QUOTA;
            case 413 -> Kind.TOO_LARGE;
            default -> status >= 500 ? Kind.UNREACHABLE : Kind.REFUSED;
        };
        String reason = answer.body().strip();
        return new RealtimeException(
                kind,
                status,
                base.getRawAuthority() + " answers app " + appId + " with " + status + ": "
                        + reason.substring(0, Math.min(reason.length(), 500)),
                null);
    }
}
