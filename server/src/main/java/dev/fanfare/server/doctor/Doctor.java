package dev.fanfare.server.doctor;

import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.transport.EventLoops;
import dev.fanfare.server.transport.TransportException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Examines the machine on which a server is to run, or one that runs, one line for each thing. Leaves nothing behind. */
public final class Doctor {
    private static final Path LIMITS = Path.of("/proc/self/limits");

    private final PrintStream out;
    private final InstantSource clock;

    public Doctor(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** What finds out about something, and takes seconds at most. */
    interface Examination {
        List<Finding> examine();
    }

    /**
     * Looks at everything that a server with this configuration needs here, whatever the first findings are.
     *
     * @param config one without problems of its own
     * @return whether nothing is wrong
     */
    public boolean examine(ServerConfig config) {
        return tell(List.of(
                () -> List.of(Finding.well("The configuration is consistent")),
                () -> AppKeys.examine(config),
                () -> List.of(ListeningPort.examine(config)),
                () -> List.of(transport(config)),
                () -> TlsCheck.examine(config.tls(), clock.instant()),
                () -> DataFolder.examine(config.data()),
                () -> HookReach.examine(config.webhooks()),
                () -> List.of(DescriptorLimit.examine(LIMITS, config.apps())),
                () -> List.of(Clock.examine(clock, Clock.builtAt()))));
    }

    /**
     * Tries a running server as its clients and back ends do.
     *
     * @param url where they reach it, such as {@code wss://realtime.example.com}
     * @param config whose first app is used
     * @return whether nothing is wrong
     */
    public boolean examine(URI url, ServerConfig config) {
        try (RunningServer server = new RunningServer(url, config.apps().getFirst(), config.isDevelopment(), clock)) {
            return tell(List.of(server::health, server::webSocket, server::signedRequest));
        }
    }

    /** Compares this machine's clock with that of another. Returns whether it is right. */
    public boolean compareClock(URI other) {
        return tell(List.of(() -> List.of(Clock.against(other, clock))));
    }

    private boolean tell(List<Examination> examinations) {
        boolean well = true;
        for (Examination examination : examinations) {
            for (Finding finding : examination.examine()) {
                String level = finding.level().name().toLowerCase(Locale.ROOT);
                out.println(level + " ".repeat(6 - level.length()) + finding.text());
                well &= finding.well();
            }
        }
        return well;
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
