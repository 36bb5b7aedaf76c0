package dev.fanfare.server.api;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.RequestQuery;
import dev.fanfare.protocol.SignedRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Finds what a request is for, checks who asks, and turns everything that goes wrong into an answer. */
final class Router {
    private static final Logger LOGGER = System.getLogger(Router.class.getName());

    private final Routes routes;
    private final Apps apps;
    private final SignatureCheck signatures;
    private final String pathPrefix;

    Router(Routes routes, Apps apps, SignatureCheck signatures, String pathPrefix) {
        this.routes = routes;
        this.apps = apps;
        this.signatures = signatures;
        this.pathPrefix = pathPrefix;
    }

    /**
     * @param uri the target of the request line
     * @param body may be written to again when this returns
     */
    void route(String method, String uri, byte[] body, int length, Exchange exchange) {
        try {
            String target = withoutAuthority(uri);
            int question = target.indexOf('?');
            String path = question < 0 ? target : target.substring(0, question);
            exchange.asks(method, path);
            Route route = routes.find(withoutPrefix(path));
            if (route == null) {
                throw new Problem(404, "Not found: " + Excerpt.of(path));
            }
            exchange.leadsTo(route.name());
            switch (route) {
                case Route.Open open -> {
                    allow(method, open, "HEAD");
                    open.endpoint().handle(exchange);
                }
                case Route.Signed signed -> {
                    allow(method, signed, signed.name().method());
                    RequestQuery query = RequestQuery.parse(question < 0 ? "" : target.substring(question + 1));
                    App app = app(signed, query);
                    signatures.check(app, new SignedRequest(method, path, query, body, 0, length));
                    admit(app, exchange.caller().secure());
                    signed.endpoint().handle(new ApiRequest(app, signed.subject(), query, body, length), exchange);
                }
            }
        } catch (Problem problem) {
            exchange.answer(problem.response());
        } catch (ProtocolException e) {
            exchange.answer(Problem.badRequest(e.getMessage()).response());
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.ERROR,
                    "Request " + exchange.requestId() + " failed: " + method + " " + Excerpt.of(exchange.path()),
                    e);
            exchange.answer(new Problem(500, "Internal server error").response());
        }
    }

    private static void allow(String method, Route route, String alternative) throws Problem {
        if (!method.equals(route.name().method()) && !method.equals(alternative)) {
            throw Problem.methodNotAllowed(method, route.name().method());
        }
    }

    private App app(Route.Signed route, RequestQuery query) throws Problem {
        String id = route.appId();
        if (id == null) {
            String key = query.value("auth_key");
            App app = key == null ? null : apps.byKey(key);
            if (app == null) {
                throw Problem.unauthorized("Unknown auth_key: " + Excerpt.of(String.valueOf(key)));
            }
            return app;
        }
        App app = apps.byId(id);
        if (app == null) {
            throw new Problem(404, "Unknown app: " + Excerpt.of(id));
        }
        return app;
    }

    private static void admit(App app, boolean secure) throws Problem {
        if (!app.enabled()) {
            throw new Problem(403, "App " + app.id() + " is disabled");
        }
        if (app.features().tlsOnly() && !secure) {
            throw new Problem(403, "App " + app.id() + " accepts requests over TLS only, expected https");
        }
    }

    private String withoutPrefix(String path) {
        int length = pathPrefix.length();
        boolean prefixed = length > 0 && path.startsWith(pathPrefix) && path.startsWith("/", length);
        return prefixed ? path.substring(length) : path;
    }

    /** Proxies may send the whole URL. */
    private static String withoutAuthority(String uri) {
        if (uri.startsWith("/")) {
            return uri;
        }
        int scheme = uri.indexOf("://");
        if (scheme < 0) {
            return uri;
        }
        int path = uri.indexOf('/', scheme + 3);
        return path < 0 ? "/" : uri.substring(path);
    }
}
