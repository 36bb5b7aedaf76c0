package dev.fanfare.benchmarks.load;

import dev.fanfare.protocol.ClientFrameWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Members who stay on one presence channel, and some who join and leave without pause. The marker is in the user id, one
 * for each stay: its sequence number counts joins, so a join is number 2n of its source and the leave after it 2n + 1.
 */
final class PresenceScenario implements Scenario, WebSocketConnection.Listener {
    private static final String CHANNEL = "presence-bench";

    /** One who joins and leaves. */
    private static final class Churner {
        private int operation = -1;
        private int message;
        private boolean acknowledged = true;
        private int unseen;

        boolean isIdle() {
            return acknowledged && unseen == 0;
        }
    }

    private final LoadSpec spec;
    private final Clients members;
    private final Clients visitors;
    private final Churner[] churners;
    private final Deliveries deliveries;
    private final Marker joins = new Marker();
    private final Marker leaves = new Marker();
    private final Word added = new Word(":member_added\"");
    private final Word removed = new Word(":member_removed\"");
    private long readNanos;

    PresenceScenario(Reactor reactor, Target target, LoadSpec spec) {
        if (spec.isOpenLoop()) {
            throw new IllegalArgumentException("presence has no open loop: leave out --rate and --delivery-rate");
        }
        this.spec = spec;
        members = new Clients(reactor, target, PresenceScenario::member, this);
        visitors = new Clients(reactor, target, _ -> null, this::acknowledged);
        deliveries = new Deliveries(spec.connections(), spec.churners());
        churners = new Churner[spec.churners()];
        Arrays.setAll(churners, _ -> new Churner());
    }

    private static Clients.@Nullable Subscription member(int number) {
        return new Clients.Subscription(
                CHANNEL, "{\"user_id\":\"member-" + number + "\",\"user_info\":{\"name\":\"Member\"}}");
    }

    private static Clients.Subscription visitor(int source, int stay) {
        byte[] id = new byte[Marker.LENGTH];
        Marker.write(id, 0, source, stay, 0);
        String user = new String(id, StandardCharsets.US_ASCII);
        return new Clients.Subscription(CHANNEL, "{\"user_id\":\"" + user + "\",\"user_info\":{\"name\":\"Visitor\"}}");
    }

    @Override
    public void connect() {
        members.growTo(spec.connections());
        visitors.growTo(spec.churners());
    }

    @Override
    public boolean isReady() {
        return members.allReady() && visitors.allReady();
    }

    @Override
    public void pump(long nanos) throws IOException {
        for (int source = 0; source < churners.length; source++) {
            Churner churner = churners[source];
            if (churner.isIdle() && deliveries.hasRoom()) {
                start(churner, source, nanos);
            }
        }
    }

    private void start(Churner churner, int source, long nanos) throws IOException {
        churner.operation++;
        churner.message = deliveries.sending(spec.connections(), nanos);
        churner.unseen = spec.connections();
        boolean join = churner.operation % 2 == 0;
        churner.acknowledged = !join;
        visitors.connection(source)
                .sendText(
                        join
                                ? visitors.subscribeFrame(source, visitor(source, churner.operation / 2))
                                : ClientFrameWriter.unsubscribe(CHANNEL));
    }

    @Override
    public void readAt(long nanos) {
        readNanos = nanos;
    }

    /** A frame for somebody who stays. */
    @Override
    public void text(WebSocketConnection connection, ByteBuffer buffer, int from, int to) {
        boolean joined = added.isWhereItWas(buffer, from, to);
        if (!joined && !removed.isWhereItWas(buffer, from, to)) {
            joined = added.find(buffer, from, to);
            if (!joined && !removed.find(buffer, from, to)) {
                FrameText.failOnError(buffer, from, to);
                return;
            }
        }
        Marker marker = joined ? joins : leaves;
        if (marker.find(buffer, from, to)) {
            int source = marker.source();
            int operation = 2 * marker.sequence() + (joined ? 0 : 1);
            Churner churner = churners[source];
            churner.unseen = deliveries.received(connection.number(), source, operation, churner.message, readNanos);
        }
    }

    /** A frame for somebody who joins and leaves. */
    private void acknowledged(WebSocketConnection connection, ByteBuffer buffer, int from, int to) {
        if (FrameText.is(FrameText.SUBSCRIBED, buffer, from, to)) {
            churners[connection.number()].acknowledged = true;
        } else {
            FrameText.failOnError(buffer, from, to);
        }
    }

    @Override
    public long intervalNanos() {
        return 0;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }
}
