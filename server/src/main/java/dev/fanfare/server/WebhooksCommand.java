package dev.fanfare.server;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.RequestSigner;
import dev.fanfare.server.config.ConfigReader;
import dev.fanfare.server.config.ServerConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code fanfare webhooks}: asks the running server, as the back end of each configured app may. */
final class WebhooksCommand {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int HTTP_OK = 200;

    private final PrintStream out;
    private final PrintStream err;

    WebhooksCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments {@code list} or {@code replay [--id ID]}, then flags that the server was started with */
    int run(List<String> arguments, Map<String, String> environment) {
        String action = arguments.isEmpty() ? "missing" : arguments.getFirst();
        if (!action.equals("list") && !action.equals("replay")) {
            err.println("webhooks: the action is " + action + ", expected list or replay");
            return Main.WRONG_CONFIGURATION;
        }
        List<String> flags = new ArrayList<>(arguments.subList(1, arguments.size()));
        String id = takeId(flags);
        ServerConfig config = ConfigReader.read(flags, environment).config();
        int status = Main.OK;
        for (App app : config.apps()) {
            String path = config.pathPrefix() + "/apps/" + app.id() + "/webhooks/dead_letters";
            boolean done = action.equals("list")
                    ? ask(config, app, "GET", path, Map.of())
                    : ask(config, app, "POST", path + "/replay", id == null ? Map.of() : Map.of("id", id));
            status = done ? status : Main.FAILED;
        }
        return status;
    }

    private static @Nullable String takeId(List<String> flags) {
        int at = flags.indexOf("--id");
        if (at < 0 || at + 1 == flags.size()) {
            return null;
        }
        flags.remove(at);
        return flags.remove(at);
    }

    private boolean ask(ServerConfig config, App app, String method, String path, Map<String, String> parameters) {
        long now = InstantSource.system().instant().getEpochSecond();
        String query =
                new RequestSigner(app.key(), app.secrets().getFirst()).sign(method, path, parameters, new byte[0], now);
        String scheme = config.tls().isOn() ? "https" : "http";
        String host = config.host().indexOf(':') < 0 ? config.host() : "[" + config.host() + "]";
        URI server = URI.create(scheme + "://" + host + ":" + config.port());
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path + "?" + query))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            (answer.statusCode() == HTTP_OK ? out : err).println(app.id() + ": " + answer.body());
            return answer.statusCode() == HTTP_OK;
        } catch (IOException e) {
            err.println("No server answers on " + server + " (settings `host` and `port`): " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
