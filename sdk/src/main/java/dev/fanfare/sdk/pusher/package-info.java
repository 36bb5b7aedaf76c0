/**
 * The provider for every server that has Pusher's HTTP API, hosted Pusher included. Start reading at
 * {@link dev.fanfare.sdk.pusher.PusherRealtimeService}.
 */
@NullMarked
package dev.fanfare.sdk.pusher;

import org.jspecify.annotations.NullMarked;
