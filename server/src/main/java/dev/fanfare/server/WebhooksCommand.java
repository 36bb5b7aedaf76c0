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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code fanfare webhooks}: asks the running server, as the back end of each configured app may. */
final class WebhooksCommand {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int HTTP_OK = 200;
    private static final int HTTP_NOT_FOUND = 404;
    private static final String ID = "--id";
    private static final String ALL = "--all";
    private static final Pattern NEXT = Pattern.compile("\n],\"next\":\"([0-9]+)\"}$");

    private final PrintStream out;
    private final PrintStream err;

    WebhooksCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments {@code list}, {@code replay --all} or {@code replay --id ID …}, then flags of the server */
    int run(List<String> arguments, Map<String, String> environment) {
        String action = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> flags = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        boolean all = takeIds(arguments.subList(Math.min(1, arguments.size()), arguments.size()), ids, flags);
        if (action.equals("list") && ids.isEmpty() && !all) {
            return forEveryApp(flags, environment, this::list);
        }
        if (action.equals("replay") && all == ids.isEmpty()) {
            Map<String, String> which = all ? Map.of() : Map.of("id", String.join(",", ids));
            return forEveryApp(flags, environment, app -> replay(app, which));
        }
        err.println("expected `webhooks list`, `webhooks replay --all` or `webhooks replay --id ID`, and flags of the"
                + " server behind it");
        return Main.WRONG_CONFIGURATION;
    }

    /** Tells ids from other flags. Returns whether all are meant. */
    private static boolean takeIds(List<String> arguments, List<String> ids, List<String> flags) {
        boolean all = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(ID) && i + 1 < arguments.size()) {
                ids.add(arguments.get(++i));
            } else if (argument.startsWith(ID + "=")) {
                ids.add(argument.substring(ID.length() + 1));
            } else if (argument.equals(ALL)) {
                all = true;
            } else {
                flags.add(argument);
            }
        }
        return all;
    }

    private interface Action {
        boolean run(Asking app);
    }

    /** An app, and the server to ask. */
    private record Asking(ServerConfig config, App app) {
        String path() {
            return config.pathPrefix() + "/apps/" + app.id() + "/webhooks/dead_letters";
        }

        URI server() {
            String host = switch (config.host()) {
                case "0.0.0.0" -> "127.0.0.1";
                case "::" -> "[::1]";
                default -> config.host().indexOf(':') < 0 ? config.host() : "[" + config.host() + "]";
            };
            return URI.create((config.tls().isOn() ? "https://" : "http://") + host + ":" + config.port());
        }
    }

    private int forEveryApp(List<String> flags, Map<String, String> environment, Action action) {
        ServerConfig config = ConfigReader.read(flags, environment).config();
        int status = Main.OK;
        for (App app : config.apps()) {
            status = action.run(new Asking(config, app)) ? status : Main.FAILED;
        }
        return status;
    }

    private boolean list(Asking app) {
        Map<String, String> from = Map.of();
        while (true) {
            String page = ask(app, "GET", app.path(), from);
            if (page == null) {
                return false;
            }
            page.lines()
                    .filter(line -> line.startsWith("{\"id\""))
                    .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                    .forEach(out::println);
            Matcher next = NEXT.matcher(page);
            if (!next.find()) {
                return true;
            }
            from = Map.of("after", next.group(1));
        }
    }

    private boolean replay(Asking app, Map<String, String> which) {
        String answer = ask(app, "POST", app.path() + "/replay", which);
        if (answer != null) {
            out.println(app.app().id() + ": " + answer);
        }
        return answer != null;
    }

    /** The body of the answer; null after having said what is wrong. */
    private @Nullable String ask(Asking app, String method, String path, Map<String, String> parameters) {
        long now = InstantSource.system().instant().getEpochSecond();
        String query = new RequestSigner(app.app().key(), app.app().secrets().getFirst())
                .sign(method, path, parameters, new byte[0], now);
        HttpRequest request = HttpRequest.newBuilder(app.server().resolve(path + "?" + query))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == HTTP_OK) {
                return answer.body();
            }
            err.println(app.app().id() + ": "
                    + (answer.statusCode() == HTTP_NOT_FOUND
                            ? "the server has no webhooks, or no such app (settings `webhook` and `apps`)"
                            : answer.body()));
        } catch (IOException e) {
            err.println("No server answers on " + app.server() + " (settings `host` and `port`): " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
