/**
 * The official Pusher SDKs, unchanged, and the transcripts, against a running server. Start reading at
 * {@link dev.fanfare.conformance.ConformanceServer}.
 */
@NullMarked
package dev.fanfare.conformance;

import org.jspecify.annotations.NullMarked;
