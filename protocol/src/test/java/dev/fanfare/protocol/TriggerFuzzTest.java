package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever a publisher sends is an event that every client can read, or a {@link TriggerException}. */
class TriggerFuzzTest {
    private static final Trigger.Limits LIMITS = new Trigger.Limits(164, 200, 64, 3, 2);

    @FuzzTest
    void readsOrRefuses(byte[] body) throws ProtocolException {
        try {
            assertFrames(List.of(Trigger.parse(body, 0, body.length, LIMITS)));
        } catch (TriggerException refused) {
            assertRefusal(refused);
        }
    }

    @FuzzTest
    void readsBatchesOrRefusesThem(byte[] body) throws ProtocolException {
        try {
            List<Trigger> batch = Trigger.parseBatch(body, 0, body.length, LIMITS);
            assertThat(batch)
                    .hasSizeBetween(1, 2)
                    .allSatisfy(event -> assertThat(event.channels()).hasSize(1));
            assertFrames(batch);
        } catch (TriggerException refused) {
            assertRefusal(refused);
        }
    }

    private static void assertFrames(List<Trigger> triggers) throws ProtocolException {
        for (Trigger trigger : triggers) {
            for (ChannelName channel : trigger.channels()) {
                EventFrame frame = trigger.frame(channel);
                assertThat(Utf8.isValid(frame.json(), 0, frame.json().length)).isTrue();
                JsonValue json = JsonScanner.value(frame.json(), 0, frame.json().length);
                assertThat(json.kind()).isEqualTo(JsonValue.Kind.OBJECT);
                assertThat(JsonText.escaped(frame.data()).length).isLessThanOrEqualTo(6 * 64);
            }
        }
    }

    private static void assertRefusal(TriggerException refused) {
        assertThat(refused.status()).isIn(400, 413);
        assertThat(refused.getMessage()).isNotEmpty().hasSizeLessThan(1_000);
    }
}
