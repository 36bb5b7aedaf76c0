package dev.fanfare.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.engine.broker.Broker;
import dev.fanfare.engine.broker.Envelope;
import dev.fanfare.engine.broker.NodeId;
import dev.fanfare.protocol.EventFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Broker} promises. */
public abstract class BrokerContract {
    private final NodeId here = new NodeId("here");
    private final NodeId there = new NodeId("there");
    private final List<Envelope> receivedHere = new CopyOnWriteArrayList<>();
    private final List<Envelope> receivedThere = new CopyOnWriteArrayList<>();
    private Broker brokerHere;
    private Broker brokerThere;

    /** Another broker of the same cluster with each call. */
    protected abstract Broker broker();

    @BeforeEach
    void join() {
        brokerHere = broker();
        brokerThere = broker();
        brokerHere.join(here, receivedHere::add);
        brokerThere.join(there, receivedThere::add);
    }

    @AfterEach
    void close() {
        brokerHere.close();
        brokerThere.close();
    }

    @Test
    void envelopesOfANodeArriveInOrderAtTheOthersAndNotAtItself() {
        for (int i = 0; i < 1000; i++) {
            brokerHere.publish(envelope(here, Integer.toString(i)));
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> receivedThere.size() == 1000);
        for (int i = 0; i < 1000; i++) {
            Envelope.Published event = (Envelope.Published) receivedThere.get(i);
            assertThat(event.event().data()).isEqualTo(Integer.toString(i));
        }
        assertThat(receivedHere).isEmpty();
    }

    @Test
    void nodeThatLeftReceivesNothingMore() {
        brokerThere.close();

        brokerHere.publish(envelope(here, "1"));
        brokerThere = broker();
        brokerThere.join(there, receivedThere::add);
        brokerHere.publish(envelope(here, "2"));

        await().atMost(Duration.ofSeconds(5)).until(() -> !receivedThere.isEmpty());
        assertThat(receivedThere)
                .singleElement()
                .satisfies(
                        e -> assertThat(((Envelope.Published) e).event().data()).isEqualTo("2"));
    }

    private static Envelope envelope(NodeId origin, String data) {
        return new Envelope.Published(origin, "app-id", "room", EventFrame.of("e", FakeNode.name("room"), data), null);
    }
}
