package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.List;

/** The first handler of a connection that has to speak TLS, until its first bytes show whether it does. */
final class TlsGate extends ByteToMessageDecoder {
    private static final HttpRefusal PLAIN =
            new HttpRefusal(HttpResponseStatus.BAD_REQUEST, "This port speaks TLS only, expected https or wss");
    private static final int RECORD_HEADER = 5;

    private final Tls tls;
    private final Duration handshakeTimeout;
    private boolean refused;

    TlsGate(Tls tls, Duration handshakeTimeout) {
        this.tls = tls;
        this.handshakeTimeout = handshakeTimeout;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (refused) {
            in.skipBytes(in.readableBytes());
        } else if (in.readableBytes() < RECORD_HEADER) {
            return;
        } else if (SslHandler.isEncrypted(in, false)) {
            context.pipeline().replace(this, null, tls.newHandler(context.channel(), handshakeTimeout));
        } else {
            refused = true;
            in.skipBytes(in.readableBytes());
            context.writeAndFlush(PLAIN.response())
                    .addListener((ChannelFutureListener) sent -> Output.shutDown(sent.channel()));
        }
    }
}
