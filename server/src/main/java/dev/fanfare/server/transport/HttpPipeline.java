package dev.fanfare.server.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import java.util.function.Supplier;

/** Builds the pipelines of the connections that one loop accepts: guard, HTTP decoder, handshake and, if it is needed, HTTP API. */
final class HttpPipeline {
    private static final int WHOLE_REQUEST_SIZE = 16 * 1024;

    private final LoopConnections connections;
    private final HandOver handOver;
    private final HandshakeQuota quota;
    private final Supplier<ChannelHandler> httpApi;
    private final HttpDecoderConfig decoding;
    private final WholeRequestReader whole;

    HttpPipeline(
            LoopConnections connections, HandOver handOver, HandshakeQuota quota, Supplier<ChannelHandler> httpApi) {
        this.connections = connections;
        this.handOver = handOver;
        this.quota = quota;
        this.httpApi = httpApi;
        decoding = new HttpDecoderConfig()
                .setMaxInitialLineLength(connections.settings().maxHeaderSize())
                .setMaxHeaderSize(connections.settings().maxHeaderSize());
        whole = new WholeRequestReader(
                WHOLE_REQUEST_SIZE, connections.settings().maxHeaderSize());
    }

    void build(Channel accepted) {
        HttpGuard guard = new HttpGuard(connections, quota, accepted);
        accepted.pipeline()
                .addLast(guard)
                .addLast(new RequestDecoder(decoding, whole))
                .addLast(new HandshakeHandler(connections, guard, handOver, httpApi));
    }
}
