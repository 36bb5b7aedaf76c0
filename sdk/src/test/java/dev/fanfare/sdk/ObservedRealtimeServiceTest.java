package dev.fanfare.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.testsupport.LogCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A service that is observed is a service. */
class ObservedRealtimeServiceTest {
    private final RecordingRealtimeService recording = new RecordingRealtimeService();
    private final List<String> seen = new ArrayList<>();
    private final RealtimeObserver observer = (operation, channel, events, took, failure) ->
            seen.add(operation + " " + channel + " " + events + " " + (failure == null ? "ok" : failure.kind()));
    private final RealtimeService service = recording.observedBy(observer.and(RealtimeObserver.logging()));

    @Test
    void everythingThatIsSentIsTold() {
        service.trigger("a", "e", 1);
        service.triggerBatch(List.of(OutboundEvent.of("a", "e", 1), OutboundEvent.of("b", "e", 2)));
        service.publishEach(List.of(OutboundEvent.of("c", "e", 1)));
        service.terminateConnections("ann");
        service.channels("pre", Set.of());
        service.channel("a", Set.of());
        service.members("presence-a");

        assertThat(seen)
                .containsExactly(
                        "publish a 1 ok",
                        "triggerBatch a 2 ok",
                        "publishEach c 1 ok",
                        "terminateConnections ann 0 ok",
                        "channels pre 0 ok",
                        "channel a 0 ok",
                        "members presence-a 0 ok");
        assertThat(recording.events()).hasSize(4);
    }

    @Test
    void aFailureIsToldAndLogged() {
        LogCapture log = new LogCapture(RealtimeService.class);
        try {
            service.trigger("no channel", "e", 1);

            assertThat(seen).containsExactly("publish no channel 1 INVALID_CHANNEL");
            assertThat(log.lines()).singleElement().asString().startsWith("WARNING publish on no channel failed after");
        } finally {
            log.close();
        }
    }

    @Test
    void theServiceBehindItCanBeReached() {
        assertThat(service.unwrap(RecordingRealtimeService.class)).isSameAs(recording);
        assertThatThrownBy(() -> service.unwrap(String.class)).hasMessageContaining("no java.lang.String");
    }

    @Nested
    class KeepsTheContract extends ProviderContract {
        @Override
        protected RealtimeService service() {
            return service;
        }

        @Override
        protected void listen(String channel) {}

        @Override
        protected List<String> heard(String channel, int count) {
            return recording.on(channel).events().stream()
                    .map(event -> event.name() + " " + event.data())
                    .toList();
        }
    }
}
