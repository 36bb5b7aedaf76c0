package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.Trigger;
import dev.fanfare.protocol.TriggerException;
import org.junit.jupiter.api.Test;

class PayloadTest {
    @Test
    void dataHasTheSizeThatWasAskedFor() throws TriggerException {
        for (int size : new int[] {Payload.SMALLEST, 100, 1000}) {
            byte[] body = new Payload(size).publishBody("bench-7", 1, 2, 3);
            Trigger trigger = Trigger.parse(body, 0, body.length, new Trigger.Limits(200, 200, 10_240, 100, 10));
            String data = trigger.frame(trigger.channels().getFirst()).data();
            assertThat(data).hasSize(size).startsWith("{\"m\":\"~00010000000200000003~\"");
        }
    }

    @Test
    void smallerThanItsMarkerIsRefused() {
        assertThatThrownBy(() -> new Payload(10)).hasMessageContaining("10").hasMessageContaining("at least");
    }
}
