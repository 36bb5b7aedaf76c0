/** The provider for tests: nothing is sent, everything is remembered. Start reading at {@link dev.fanfare.sdk.recording.RecordingRealtimeService}. */
@NullMarked
package dev.fanfare.sdk.recording;

import org.jspecify.annotations.NullMarked;
