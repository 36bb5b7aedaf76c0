package dev.fanfare.sdk.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.ProviderContract;
import dev.fanfare.sdk.RealtimeService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingRealtimeServiceTest extends ProviderContract {
    private final RecordingRealtimeService recording = new RecordingRealtimeService();

    @Override
    protected RealtimeService service() {
        return recording;
    }

    @Override
    protected void listen(String channel) {}

    @Override
    protected List<String> heard(String channel, int count) {
        return recording.on(channel).events().stream()
                .map(event -> event.name() + " " + event.data())
                .toList();
    }

    @Test
    void assertionsReadLikeSentences() {
        recording.trigger("auction-1", "bid-placed", Map.of("amount", 5));

        recording.on("auction-1").got("bid-placed").with(Map.of("amount", 5)).once();
        recording.on("auction-2").never();
        assertThatThrownBy(() -> recording.on("auction-1").got("ended").once())
                .isInstanceOf(AssertionError.class)
                .hasMessage("Channel auction-1 ended got 0 events, expected 1");
        assertThatThrownBy(() -> recording.on("auction-1").never()).hasMessageContaining("bid-placed {\"amount\":5}");
    }

    @Test
    void whoseConnectionsWereClosedIsRemembered() {
        recording.terminateConnections("ann");

        assertThat(recording.terminated()).containsExactly("ann");
        recording.clear();
        assertThat(recording.terminated()).isEmpty();
    }
}
