/**
 * What a Java back end needs to publish events and to authorize its clients. Start reading at
 * {@link dev.fanfare.sdk.RealtimeService}; one comes from {@link dev.fanfare.sdk.RealtimeServices}.
 */
@NullMarked
package dev.fanfare.sdk;

import org.jspecify.annotations.NullMarked;
