package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testsupport.Property;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
    @Test
    void bytesLeaveInTheOrderInWhichTheyCame() {
        Property.check(200, random -> {
            OutboundQueue queue = new OutboundQueue(random.nextInt(100));
            ByteBuffer target = ByteBuffer.allocate(700);
            byte in = 0;
            byte out = 0;
            int expectedSize = 0;
            for (int i = 0; i < 300; i++) {
                byte[] added = new byte[random.nextInt(1_500)];
                for (int j = 0; j < added.length; j++) {
                    added[j] = in++;
                }
                if (random.nextBoolean()) {
                    queue.add(added, 0, added.length);
                } else {
                    queue.add(ByteBuffer.wrap(added), 0, added.length);
                }
                int copied = queue.copyTo(target);
                int removed = random.nextInt(copied + 1);
                for (int j = 0; j < removed; j++) {
                    assertThat(target.get(j)).isEqualTo(out++);
                }
                queue.remove(removed);
                expectedSize += added.length - removed;
                assertThat(queue.size()).isEqualTo(expectedSize);
            }
        });
    }
}
