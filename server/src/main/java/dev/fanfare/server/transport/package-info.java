/** Sockets: HTTP and the handshake in Netty pipelines, WebSocket connections as adapters of the engine's port. Start reading at {@link dev.fanfare.server.transport.Transport}. */
@NullMarked
package dev.fanfare.server.transport;

import org.jspecify.annotations.NullMarked;
