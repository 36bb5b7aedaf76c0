package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientEventTest {
    private static final String FRAME = "{\"event\":\"client-e\",\"channel\":\"private-a\",\"data\":{\"x\":1}}";

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everybodyButTheSenderGetsIt(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient sender = node.connect().subscribe("private-a");
        FakeClient receiver = node.connect().subscribe("private-a");
        sender.take();
        receiver.take();

        sender.send(FRAME);

        assertThat(receiver.take()).containsExactly(FRAME);
        assertThat(sender.take()).isEmpty();
    }

    @Test
    void presenceChannelNamesTheSenderWhateverTheSenderSays() {
        FakeNode node = new FakeNode(1);
        FakeClient sender = node.connect().join("presence-a", "{\"user_id\":\"ann\"}");
        FakeClient receiver = node.connect().join("presence-a", "{\"user_id\":\"bob\"}");
        receiver.take();

        sender.send("{\"event\":\"client-e\",\"channel\":\"presence-a\",\"data\":\"1\",\"user_id\":\"eve\"}");

        assertThat(receiver.take())
                .containsExactly(
                        "{\"event\":\"client-e\",\"channel\":\"presence-a\",\"data\":\"1\",\"user_id\":\"ann\"}");
    }

    @Test
    void eleventhInASecondIsRefusedWith4301AndTheConnectionStays() {
        FakeNode node = new FakeNode(1);
        FakeClient sender = node.connect().subscribe("private-a");
        FakeClient receiver = node.connect().subscribe("private-a");
        sender.take();
        receiver.take();

        for (int i = 0; i < 12; i++) {
            sender.send(FRAME);
        }

        assertThat(receiver.take()).hasSize(10);
        assertThat(sender.take()).hasSize(2).allMatch(frame -> frame.contains("\"code\":4301"));
        node.advance(Duration.ofSeconds(1));
        sender.send(FRAME);
        assertThat(receiver.take()).hasSize(1);
        assertThat(sender.connection.closeCode()).isNull();
    }

    @Test
    void anAppOverItsQuotaSendsNoneAndKeepsItsConnections() {
        AtomicBoolean over = new AtomicBoolean();
        FakeNode node = new FakeNode(
                1,
                FakeNode.app(
                        AppFeatures.DEVELOPMENT,
                        AppLimits.DEFAULT.with().messagesPerDay(7).build()),
                more -> more.overQuota(app -> over.get()));
        FakeClient sender = node.connect().subscribe("private-a");
        FakeClient receiver = node.connect().subscribe("private-a");
        sender.take();
        receiver.take();

        over.set(true);
        sender.send(FRAME);

        assertThat(receiver.take()).isEmpty();
        assertThat(sender.take())
                .singleElement()
                .asString()
                .contains("pusher:error", "App app-id is over its message quota, 7 a day");
        assertThat(node.node().usage(node.app()).clientEvents()).isZero();
        over.set(false);
        sender.send(FRAME);
        assertThat(receiver.take()).containsExactly(FRAME);
    }

    @Test
    void publicChannelsAndStrangersAreRefused() {
        FakeNode node = new FakeNode(1);
        FakeClient client = node.connect().subscribe("room");
        client.take();

        client.send("{\"event\":\"client-e\",\"channel\":\"room\",\"data\":1}");
        client.send(FRAME);

        assertThat(client.take())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Client events are for private and presence channels"),
                        second -> assertThat(second).contains("connection not subscribed to channel private-a"));
    }

    @Test
    void appThatHasThemOffRefusesThem() {
        FakeNode node = new FakeNode(1, FakeNode.app(AppFeatures.NONE, AppLimits.DEFAULT), UnaryOperator.identity());
        FakeClient client = node.connect().subscribe("private-a");
        client.take();

        client.send(FRAME);

        assertThat(client.take()).hasSize(1).first().asString().contains("To send client events, you must enable");
    }
}
