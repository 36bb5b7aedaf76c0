package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Events published over HTTP, in turn to each of the channels, delivered to the channel's subscribers. */
final class FanOutScenario implements Scenario, WebSocketConnection.Listener {
    private final LoadSpec spec;
    private final Clients clients;
    private final Publishers publishers;
    private final PublishRequest request;
    private final Deliveries deliveries;
    private final Pace pace;
    private final Marker marker = new Marker();
    private long readNanos;
    private final int receivers;
    private final String[] channels;
    private final int[][] sequences;
    private int nextChannel;

    FanOutScenario(Reactor reactor, Target target, LoadSpec spec) {
        this.spec = spec;
        receivers = spec.connections() / spec.channels();
        pace = Pace.of(spec, receivers);
        clients = new Clients(reactor, target, this::subscription, this);
        publishers = new Publishers(reactor, target, spec.depth(), _ -> {});
        request = new PublishRequest(target, new Payload(spec.size()));
        deliveries = new Deliveries(spec.connections(), spec.publishers());
        sequences = new int[spec.publishers()][spec.channels()];
        channels = new String[spec.channels()];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = "bench-" + i;
        }
    }

    private Clients.@Nullable Subscription subscription(int client) {
        return new Clients.Subscription(channels[client % channels.length], null);
    }

    @Override
    public void connect() {
        clients.growTo(spec.connections());
        publishers.connect(spec.publishers());
    }

    @Override
    public boolean isReady() {
        return clients.allReady();
    }

    @Override
    public void pump(long nanos) throws IOException {
        while (!publishers.isEmpty() && deliveries.hasRoom()) {
            long due = pace.next(nanos, deliveries.outstanding(), receivers);
            if (due == Pace.NOT_NOW) {
                return;
            }
            publish(due, nanos);
        }
    }

    private void publish(long due, long nanos) throws IOException {
        HttpPublisher publisher = publishers.poll();
        if (publisher == null) {
            throw new IllegalStateException("No publisher is free");
        }
        int source = publisher.number();
        int channel = nextChannel;
        nextChannel = (channel + 1) % channels.length;
        int message = deliveries.sending(receivers, due);
        publisher.send(request.of(channels[channel], source, sequences[source][channel]++, message, nanos));
        publishers.sent(publisher);
    }

    @Override
    public void readAt(long nanos) {
        readNanos = nanos;
    }

    @Override
    public void text(WebSocketConnection connection, ByteBuffer buffer, int from, int to) {
        if (marker.find(buffer, from, to)) {
            deliveries.received(connection.number(), marker.source(), marker.sequence(), marker.message(), readNanos);
        } else {
            FrameText.failOnError(buffer, from, to);
        }
    }

    @Override
    public long intervalNanos() {
        return pace.intervalNanos();
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }
}
