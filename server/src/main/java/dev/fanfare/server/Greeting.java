package dev.fanfare.server;

import dev.fanfare.engine.app.App;
import dev.fanfare.server.config.DevelopmentApp;
import dev.fanfare.server.config.ServerConfig;
import java.net.InetAddress;
import java.util.List;

/** What the server says to the person who started it. */
final class Greeting {
    private Greeting() {}

    /** @param millis how long the start took, without that of the JVM */
    static String of(Server server, ServerConfig config, long millis) {
        return "Fanfare listens on " + (config.tls().isOn() ? "https://" : "http://") + host(server) + ":"
                + server.port() + config.pathPrefix() + " (" + server.transport() + ", " + millis
                + " ms after the JVM)\n" + apps(config);
    }

    private static String host(Server server) {
        InetAddress address = server.address().getAddress();
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }

    private static String apps(ServerConfig config) {
        List<App> apps = config.apps();
        if (config.isDevelopment()) {
            return "Development app: id " + DevelopmentApp.ID + ", key " + DevelopmentApp.KEY + ", secret "
                    + DevelopmentApp.SECRET + (config.noLimits() ? ", without limits\n" : "\n");
        }
        return apps.size() == 1 ? "App: " + apps.getFirst().id() + "\n" : "Apps: " + apps.size() + "\n";
    }
}
