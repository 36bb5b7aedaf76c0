package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A node is told to stop under load; another one takes over, behind a balancer that asks both whether they are ready. */
@Sdk("wire")
class DrainIT {
    private static final int CLIENTS = 200;
    private static final Duration DRAIN_TIME = Duration.ofSeconds(4);

    @Test
    void clientsMoveToTheOtherNodeEvenlyAndMissNothingThatWasAcceptedBefore() throws Exception {
        try (ServerProcess leaving = ServerProcess.start(List.of(), "--drain-time", DRAIN_TIME.toSeconds() + "s");
                ServerProcess staying = ServerProcess.start(List.of());
                TcpBalancer balancer = TcpBalancer.start(List.of(leaving.uri(), staying.uri()));
                ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<TestClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                TestClient client = TestClient.open(balancer.webSocket());
                client.subscribe("cache-news");
                clients.add(client);
            }
            assertThat(balancer.accepted(leaving.uri())).isEqualTo(CLIENTS);
            AtomicInteger accepted = new AtomicInteger();
            TestApi api = new TestApi(leaving.uri(), TestApp.DEVELOPMENT);
            // With pauses, so that clients are told when to go at the time they are, not behind all that they have to
            // read.
            publisher.scheduleWithFixedDelay(() -> publish(api, accepted), 0, 10, TimeUnit.MILLISECONDS);
            await().until(() -> accepted.get() > 20);

            int acceptedBefore = accepted.get();
            leaving.terminate();
            List<Future<Departure>> departures = clients.stream()
                    .map(client -> threads.submit(() -> follow(client, balancer)))
                    .toList();
            await().until(() -> status(leaving) == 503);
            try (TestClient newcomer = TestClient.connect(leaving.webSocket(), Map.of())) {
                newcomer.await("pusher:error");
                assertThat(newcomer.awaitClose().code()).isEqualTo(4100);
            }
            List<Long> times = new ArrayList<>();
            for (Future<Departure> each : departures) {
                Departure departure = each.get();
                assertThat(departure.code()).isEqualTo(4200);
                assertThat(departure.lastEvent()).isGreaterThanOrEqualTo(acceptedBefore);
                times.add(departure.nanos());
            }
            assertThat(leaving.exitStatus()).isZero();
            assertThat(balancer.accepted(staying.uri())).isEqualTo(CLIENTS);
            assertEven(times);
        }
    }

    /** The next event, which is the number of the one before, plus one. Fails once the node is gone, and is the last then. */
    private static void publish(TestApi node, AtomicInteger accepted) {
        node.trigger("cache-news", "e", String.valueOf(accepted.get() + 1));
        accepted.incrementAndGet();
    }

    private record Departure(int code, int lastEvent, long nanos) {}

    private static Departure follow(TestClient client, TcpBalancer balancer) throws IOException {
        int last = 0;
        while (true) {
            switch (client.awaitAnything()) {
                case Received.Text(ReceivedFrame frame) -> {
                    if (frame.event().equals("e")) {
                        int number = Integer.parseInt(frame.data());
                        assertThat(last == 0 || number == last + 1)
                                .as("%d follows %d", number, last)
                                .isTrue();
                        last = number;
                    }
                }
                case Received.Close(int code, String _) -> {
                    client.close();
                    TestClient back = TestClient.open(balancer.webSocket());
                    back.subscribe("cache-news");
                    long nanos = System.nanoTime();
                    back.close();
                    return new Departure(code, last, nanos);
                }
                case Received other -> throw new AssertionError("Unexpected: " + other);
            }
        }
    }

    private static int status(ServerProcess node) {
        return new TestApi(node.uri(), TestApp.DEVELOPMENT)
                .send("GET", "/ready", "")
                .status();
    }

    /** All within the time, and in no fifth of it more than half of them. */
    private static void assertEven(List<Long> times) {
        long first = times.stream().min(Long::compare).orElseThrow();
        long last = times.stream().max(Long::compare).orElseThrow();
        assertThat(Duration.ofNanos(last - first)).isLessThan(DRAIN_TIME.plusSeconds(2));
        int[] fifths = new int[5];
        for (long time : times) {
            fifths[(int) Math.min(4, 5 * (time - first) / DRAIN_TIME.toNanos())]++;
        }
        assertThat(Arrays.stream(fifths).max().orElseThrow()).isLessThan(CLIENTS / 2);
    }

    @Test
    void secondSignalEndsTheProcessAtOnce() throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of(), "--drain-time", "10m");
                TestClient first = TestClient.open(server.webSocket());
                TestClient second = TestClient.open(server.webSocket())) {
            server.terminate();
            server.awaitLine("Draining 2 connections over 600 s");
            server.terminate();

            assertThat(server.exitStatus()).isEqualTo(128 + 15);
            first.awaitEnd();
            second.awaitEnd();
        }
    }
}
