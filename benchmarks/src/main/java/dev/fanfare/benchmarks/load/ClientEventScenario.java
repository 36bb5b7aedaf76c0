package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Rooms of clients on a private channel each; the first client of a room triggers, the others receive. */
final class ClientEventScenario implements Scenario, WebSocketConnection.Listener {
    private final LoadSpec spec;
    private final Clients clients;
    private final Payload payload;
    private final Deliveries deliveries;
    private final Pace pace;
    private final Marker marker = new Marker();
    private long readNanos;
    private final int[] sequences;
    private int nextRoom;

    ClientEventScenario(Reactor reactor, Target target, LoadSpec spec) {
        this.spec = spec;
        clients = new Clients(reactor, target, this::subscription, this);
        payload = new Payload(spec.size());
        deliveries = new Deliveries(spec.channels() * spec.members(), 1);
        pace = Pace.of(spec, spec.members() - 1);
        sequences = new int[spec.channels()];
    }

    private Clients.@Nullable Subscription subscription(int client) {
        return new Clients.Subscription(room(client / spec.members()), null);
    }

    private static String room(int number) {
        return "private-bench-" + number;
    }

    @Override
    public void connect() {
        clients.growTo(spec.channels() * spec.members());
    }

    @Override
    public boolean isReady() {
        return clients.allReady();
    }

    @Override
    public void pump(long nanos) throws IOException {
        int receivers = spec.members() - 1;
        while (deliveries.hasRoom()) {
            long due = pace.next(nanos, deliveries.outstanding(), receivers);
            if (due == Pace.NOT_NOW) {
                return;
            }
            int room = nextRoom;
            nextRoom = (room + 1) % spec.channels();
            int message = deliveries.sending(receivers, due);
            clients.connection(room * spec.members())
                    .sendText(payload.clientEvent(room(room), 0, sequences[room]++, message));
        }
    }

    @Override
    public void readAt(long nanos) {
        readNanos = nanos;
    }

    @Override
    public void text(WebSocketConnection connection, ByteBuffer buffer, int from, int to) {
        if (!marker.find(buffer, from, to)) {
            FrameText.failOnError(buffer, from, to);
            return;
        }
        if (connection.number() % spec.members() == 0) {
            throw new LoadFailure("A client got its own event back: " + FrameText.text(buffer, from, to));
        }
        deliveries.received(connection.number(), marker.source(), marker.sequence(), marker.message(), readNanos);
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
