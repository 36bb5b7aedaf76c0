package dev.fanfare.server;

import dev.fanfare.server.config.ConfigException;
import dev.fanfare.server.config.ConfigReader;
import dev.fanfare.server.config.EffectiveConfig;
import dev.fanfare.server.config.HelpText;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.log.Logging;
import dev.fanfare.server.reload.ConfigReload;
import dev.fanfare.server.reload.FilePoller;
import dev.fanfare.server.store.StoreException;
import dev.fanfare.server.transport.NettyLogging;
import dev.fanfare.server.transport.TransportException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The command line. What is on the way to the first connection is kept short: nothing is loaded that can wait. */
public final class Main {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_CONFIGURATION = 2;
    /** The server runs, and its threads keep the JVM alive. */
    static final int RUNNING = -1;

    private static final String TRAIN = "--train";

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final LongSupplier ticker;

    Main(PrintStream out, PrintStream err, Map<String, String> environment, LongSupplier ticker) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.ticker = ticker;
    }

    /** Ends the JVM with 0, with 1 after a failure, or with 2 if the configuration is wrong. */
    public static void main(String[] arguments) {
        int code = new Main(System.out, System.err, System.getenv(), System::nanoTime).run(Arrays.asList(arguments));
        if (code != RUNNING) {
            System.exit(code);
        }
    }

    int run(List<String> arguments) {
        boolean named = !arguments.isEmpty() && !arguments.getFirst().startsWith("-");
        String command = named ? arguments.getFirst() : "server";
        List<String> flags = named ? arguments.subList(1, arguments.size()) : arguments;
        if (flags.contains("--help") || flags.contains("-h")) {
            command = "help";
        }
        try {
            return switch (command) {
                case "server" -> flags.contains(TRAIN) ? train(flags) : serve(flags);
                case "check-config" -> checkConfig(flags);
                case "doctor" -> new DoctorCommand(out).run(flags, environment);
                case "webhooks" -> new WebhooksCommand(out, err).run(flags, environment);
                case "help" -> help();
                case "version" -> version();
                default -> unknown(command);
            };
        } catch (ConfigException e) {
            for (String problem : e.problems()) {
                err.println(problem);
            }
            return WRONG_CONFIGURATION;
        }
    }

    private int serve(List<String> flags) {
        long begun = ticker.getAsLong();
        Server server;
        EffectiveConfig effective = read(flags);
        try {
            server = Server.start(effective.config());
        } catch (TransportException e) {
            return failed(e, e.setting());
        } catch (StoreException e) {
            return failed(e, e.setting());
        }
        long millis = (ticker.getAsLong() - begun) / 1_000_000;
        stopAtShutdown(server);
        out.print(Greeting.of(server, effective.config(), millis) + effective.aliases());
        out.flush();
        StopSignals.handle(server::drain);
        watchFile(effective, flags, server);
        return RUNNING;
    }

    private int failed(RuntimeException failure, String setting) {
        err.println(failure.getMessage() + " (setting `" + setting + "`)");
        return FAILED;
    }

    private void watchFile(EffectiveConfig atStart, List<String> flags, Server server) {
        Path file = atStart.file();
        Duration interval = atStart.config().reloadInterval();
        if (file == null || interval.isZero()) {
            return;
        }
        ConfigReload reload = new ConfigReload(atStart, () -> ConfigReader.read(flags, environment), config -> {
            server.reload(config);
            Logging.setLevel(config.log().level());
        });
        new FilePoller(interval).watchAgain(List.of(file), reload::reload);
    }

    private EffectiveConfig read(List<String> flags) {
        EffectiveConfig effective = ConfigReader.read(flags, environment);
        Logging.configure(effective.config().log());
        NettyLogging.useJdk();
        return effective;
    }

    /** For an end that no signal announces, as that of an exhausted heap. */
    private static Thread stopAtShutdown(Server server) {
        Thread stop = new Thread(() -> stop(server), "fanfare-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return stop;
    }

    /** Without the halt, a JVM that was asked to end says 143 however gracefully it went. */
    private static void stop(Server server) {
        server.close();
        Runtime.getRuntime().halt(OK);
    }

    private int train(List<String> flags) {
        List<String> others = new ArrayList<>(flags);
        others.remove(TRAIN);
        others.addAll(List.of("--port", "0"));
        ServerConfig config = Training.config(read(others).config());
        try (Server server = Server.start(config)) {
            Runtime.getRuntime().removeShutdownHook(stopAtShutdown(server));
            String greeting = Greeting.of(server, config, 0);
            Training.use(server);
            return greeting.isEmpty() ? FAILED : OK;
        } catch (TransportException | IOException e) {
            err.println("Training failed: " + e);
            return FAILED;
        }
    }

    /** The file may be named without its flag. */
    private int checkConfig(List<String> arguments) {
        List<String> flags = new ArrayList<>(arguments);
        if (!flags.isEmpty() && !flags.getFirst().startsWith("-")) {
            flags.addFirst("--config");
        }
        try {
            out.print(ConfigReader.read(flags, environment).report());
            return OK;
        } catch (ConfigException e) {
            for (String problem : e.problems()) {
                out.println(problem);
            }
            return FAILED;
        }
    }

    private int help() {
        out.print("""
                fanfare [server]             runs the server until it is told to stop (SIGTERM)
                fanfare check-config [FILE]  says what the settings come to, or what is wrong with them
                fanfare doctor               looks for what would keep the server from running well here
                fanfare doctor --url URL     tries a running server as clients and back ends do, through all proxies
                fanfare doctor --against URL compares the clock with that of another HTTP server
                fanfare webhooks list        lists the events that webhooks have given up
                fanfare webhooks replay      sends them again: all of them with --all, or those named with --id ID
                fanfare version

                """);
        out.print(HelpText.flags());
        return OK;
    }

    private int version() {
        String version = Main.class.getPackage().getImplementationVersion();
        out.println("Fanfare " + (version == null ? "(not packaged)" : version));
        return OK;
    }

    private int unknown(String command) {
        err.println(
                "unknown command `" + command + "`, expected server, check-config, doctor, webhooks, help or version");
        return WRONG_CONFIGURATION;
    }
}
