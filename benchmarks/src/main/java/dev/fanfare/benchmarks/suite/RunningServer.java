package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A contender's process, from its start to its end. Ends with this JVM at the latest. */
public final class RunningServer implements AutoCloseable {
    private static final long START_NANOS = 60_000_000_000L;
    private static final long POLL_NANOS = 200_000;
    private static final long STOP_SECONDS = 5;

    private final Contender contender;
    private final Process process;
    private final int port;
    private final Thread atExit;
    private final long startNanos;

    private RunningServer(Contender contender, Process process, int port, long startNanos) {
        this.contender = contender;
        this.process = process;
        this.port = port;
        this.startNanos = startNanos;
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it and waits until it accepts a connection.
     *
     * @param folder takes what the server prints, in a file of its name
     * @throws LoadFailure if it ends or does not listen within a minute
     */
    public static RunningServer start(Contender contender, Path folder) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve(contender.name() + ".log");
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(contender.commandFor(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            long before = System.nanoTime();
            Process process = builder.start();
            long deadline = before + START_NANOS;
            while (!accepts(port)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new LoadFailure(contender.name() + " does not listen on port " + port + ": see " + log);
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            return new RunningServer(contender, process, port, System.nanoTime() - before);
        } catch (IOException e) {
            throw new LoadFailure(contender.name() + " does not start: " + e.getMessage());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (SocketChannel _ = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return true;
        } catch (IOException _) {
            return false; // not yet
        }
    }

    Contender contender() {
        return contender;
    }

    /** The development app on it. */
    public Target target() {
        return Target.local(port, process.pid());
    }

    /** From the start of the process to the first connection it accepted. */
    long startNanos() {
        return startNanos;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
