package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a connection costs that does nothing: connects up to each step, every connection subscribed to a channel of its own,
 * and reads the server's resident memory.
 */
public final class IdleRun {
    private static final long STEP_NANOS = 120_000_000_000L;

    private final Target target;
    private final List<Integer> steps;
    private final double settleSeconds;
    private final String beforeSample;

    /** @param connectSeconds from the first connection of the step to the last confirmed subscription */
    record Step(int connections, long residentBytes, double connectSeconds) {}

    /** Memory at each step. */
    public record Growth(long atStart, List<Step> steps) {
        /** Bytes a connection, between the first step and the last. */
        public double bytesPerConnection() {
            Step first = steps.getFirst();
            Step last = steps.getLast();
            return (double) (last.residentBytes - first.residentBytes) / (last.connections - first.connections);
        }

        /** The numbers of connections between which {@link #bytesPerConnection} is read. */
        public String range() {
            return steps.getFirst().connections + " → " + steps.getLast().connections;
        }

        /** At the last step. */
        public double residentMegabytes() {
            return steps.getLast().residentBytes / 1048576.0;
        }

        /** One line for people. */
        public String line() {
            StringBuilder line = new StringBuilder("idle: ");
            for (Step step : steps) {
                line.append(String.format(
                        Locale.ROOT,
                        "%,d connections %.1f MB (connected in %.2f s); ",
                        step.connections,
                        step.residentBytes / 1048576.0,
                        step.connectSeconds));
            }
            return line.append(String.format(
                            Locale.ROOT,
                            "%,.0f bytes for each connection from %,d to %,d",
                            bytesPerConnection(),
                            steps.getFirst().connections,
                            steps.getLast().connections))
                    .toString();
        }

        /** The same and more, as one JSON object. */
        public String json() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("mode", "idle");
            values.put("rss_at_start", atStart);
            for (Step step : steps) {
                values.put("rss_at_" + step.connections, step.residentBytes);
                values.put("connect_s_to_" + step.connections, step.connectSeconds);
            }
            values.put("bytes_per_connection", bytesPerConnection());
            return Json.object(values);
        }
    }

    /**
     * @param steps at least two, rising
     * @param beforeSample a shell command, empty for none
     */
    public IdleRun(Target target, List<Integer> steps, double settleSeconds, String beforeSample) {
        if (target.pid() == 0) {
            throw new IllegalArgumentException("idle needs --pid, the server's process");
        }
        if (steps.size() < 2 || !steps.stream().sorted().distinct().toList().equals(steps)) {
            throw new IllegalArgumentException("--steps is " + steps + ", expected at least two rising numbers");
        }
        this.target = target;
        this.steps = steps;
        this.settleSeconds = settleSeconds;
        this.beforeSample = beforeSample;
    }

    public Growth measure() {
        ProcessFigures server = new ProcessFigures(target.pid());
        try (Reactor reactor = new Reactor()) {
            Clients clients = new Clients(
                    reactor,
                    target,
                    number -> new Clients.Subscription("bench-idle-" + number, null),
                    (_, buffer, from, to) -> FrameText.failOnError(buffer, from, to));
            long atStart = server.residentBytes();
            List<Step> taken = new ArrayList<>();
            for (int count : steps) {
                long start = System.nanoTime();
                clients.growTo(count);
                turnUntil(reactor, clients, start + STEP_NANOS);
                double seconds = (System.nanoTime() - start) / 1e9;
                settle(reactor);
                taken.add(new Step(count, server.residentBytes(), seconds));
            }
            return new Growth(atStart, taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turnUntil(Reactor reactor, Clients clients, long deadline) {
        while (!clients.allReady()) {
            if (System.nanoTime() > deadline) {
                throw new LoadFailure("Only " + clients.ready() + " clients were subscribed in time");
            }
            reactor.turn(20);
        }
    }

    private void settle(Reactor reactor) throws IOException {
        if (!beforeSample.isEmpty()) {
            Process command = new ProcessBuilder("sh", "-c", beforeSample)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (command.isAlive()) {
                reactor.turn(20);
            }
        }
        long end = System.nanoTime() + (long) (settleSeconds * 1e9);
        while (System.nanoTime() < end) {
            reactor.turn(20);
        }
    }
}
