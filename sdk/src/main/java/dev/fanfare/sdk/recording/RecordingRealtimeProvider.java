package dev.fanfare.sdk.recording;

import dev.fanfare.sdk.RealtimeProvider;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeSettings;

/** {@code recording}: for tests, without any server. */
public final class RecordingRealtimeProvider implements RealtimeProvider {
    @Override
    public String name() {
        return "recording";
    }

    @Override
    public RealtimeService create(RealtimeSettings settings) {
        return new RecordingRealtimeService(settings.maxDataSize());
    }
}
