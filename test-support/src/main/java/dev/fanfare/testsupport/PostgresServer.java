package dev.fanfare.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of this machine, with a folder of its own, on a free port of the loopback. Needs Debian's {@code postgresql}. */
public final class PostgresServer implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final int TRIES = 5;

    private final Path folder;
    private final Path programs;
    private final int port;

    private PostgresServer(Path folder, Path programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    /** Returns when it takes connections. */
    public static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("postgres");
            Path programs = programs();
            if (isRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            PostgresServer cluster = new PostgresServer(folder, programs, 0);
            cluster.asItself("initdb", "-D", folder + "/data", "-A", "trust", "-U", "fanfare", "--no-sync");
            return started(folder, programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another may take the port that was free a moment ago. */
    private static PostgresServer started(Path folder, Path programs) throws IOException {
        IllegalStateException last = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            PostgresServer server = new PostgresServer(folder, programs, freePort());
            String options = "-p " + server.port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off";
            try {
                server.asItself("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", options, "start");
                return server;
            } catch (IllegalStateException e) {
                last = e;
            }
        }
        throw new IllegalStateException("PostgreSQL does not start", last);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=fanfare";
    }

    @Override
    public void close() {
        asItself("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");
        run(List.of("rm", "-r", folder.toString()));
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No initdb under " + VERSIONS));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    private void asItself(String program, String... arguments) {
        List<String> command =
                isRoot() ? new ArrayList<>(List.of("runuser", "-u", "postgres", "--")) : new ArrayList<>();
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("postgres", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .directory(new java.io.File("/"))
                    .start();
            int code = process.waitFor();
            String said = Files.readString(output);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(command + " ends with " + code + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
