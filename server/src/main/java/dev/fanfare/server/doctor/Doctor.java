package dev.fanfare.server.doctor;

import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.transport.EventLoops;
import dev.fanfare.server.transport.TransportException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Examines the machine on which a server is to run, one line for each thing. Starts no server, and leaves nothing behind. */
public final class Doctor {
    private static final Path LIMITS = Path.of("/proc/self/limits");

    private final PrintStream out;

    public Doctor(PrintStream out) {
        this.out = out;
    }

    /**
     * Looks at everything, whatever the first findings are.
     *
     * @param config one without problems of its own
     * @return whether all is well
     */
    public boolean examine(ServerConfig config) {
        List<Finding> findings = List.of(
                Finding.well("The configuration is consistent"),
                apps(config),
                port(config),
                transport(config),
                DescriptorLimit.examine(LIMITS, config.apps()),
                Clock.examine(InstantSource.system(), Clock.builtAt()));
        boolean well = true;
        for (Finding finding : findings) {
            out.println((finding.well() ? "ok    " : "wrong ") + finding.text());
            well &= finding.well();
        }
        return well;
    }

    private static Finding apps(ServerConfig config) {
        return Finding.well(
                config.isDevelopment()
                        ? "No app is configured: the development app is served, on loopback only"
                        : "Apps configured: " + config.apps().size());
    }

    private static Finding port(ServerConfig config) {
        String where = config.host() + ":" + config.port();
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            return Finding.wrong("`host` is " + config.host() + ", which is unknown here");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return Finding.well(where + " is free");
        } catch (IOException e) {
            return Finding.wrong("Nothing can listen on " + where + ": " + e.getMessage() + "; set `port` or `host`");
        }
    }

    private static Finding transport(ServerConfig config) {
        try (EventLoops loops = EventLoops.start(config.transport().kind(), 1)) {
            return Finding.well("Sockets are served by " + loops.kind() + " (`transport.kind` is "
                    + config.transport().kind() + ")");
        } catch (TransportException e) {
            return Finding.wrong(e.getMessage() + " (`" + e.setting() + "`)");
        }
    }
}
