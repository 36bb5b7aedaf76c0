package dev.fanfare.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs with {@code REALTIME_PROVIDER=recording} in its environment. */
class RealtimeServicesTest {
    @Test
    void whoAsksForTheServiceGetsTheSameOneEachTime() {
        RealtimeService service = RealtimeServices.getRealtimeService();

        assertThat(service.getClientConfig().provider()).isEqualTo("recording");
        assertThat(RealtimeServices.getRealtimeService()).isSameAs(service);
    }
}
