package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Slices;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.concurrent.Future;

/** A WebSocket connection at the end of a Netty pipeline: for the transports that need one, for TLS, and for compression. */
final class PipelineConnection extends WebSocketConnection {
    private final Channel nettyChannel;
    private final boolean compressed;
    private int queued;

    /** @param compressed whether permessage-deflate was agreed to */
    PipelineConnection(LoopConnections connections, Channel nettyChannel, boolean compressed) {
        super(connections);
        this.nettyChannel = nettyChannel;
        this.compressed = compressed;
    }

    /** What has to be the last handler of the pipeline. */
    ChannelInboundHandlerAdapter handler() {
        return new Handler();
    }

    @Override
    WebSocketDecoder decoder() {
        return compressed
                ? connections().compression().decoder()
                : connections().decoder();
    }

    @Override
    public void write(Slices slices) {
        if (!isOpen()) {
            return;
        }
        if (queued > 0 && !fits(slices.size())) {
            closeSlowConsumer();
            return;
        }
        ByteBuf bytes = nettyChannel.alloc().directBuffer(slices.size());
        if (compressed) {
            connections().compression().deflation().copy(slices, bytes);
        } else {
            SliceFrames.copy(slices, bytes);
        }
        send(bytes);
        if (!fits(0)) {
            closeSlowConsumer();
        }
    }

    @Override
    void transmit(byte[] frames, int length) {
        send(nettyChannel.alloc().directBuffer(length).writeBytes(frames, 0, length));
    }

    private void send(ByteBuf bytes) {
        int length = bytes.readableBytes();
        connections().counts().sent(length);
        ChannelFuture written = nettyChannel.writeAndFlush(bytes);
        if (!written.isDone()) {
            count(length);
            written.addListener(done -> {
                count(-length);
                afterWrite(done);
            });
        } else {
            afterWrite(written);
        }
    }

    private void afterWrite(Future<?> written) {
        if (written.isSuccess()) {
            flushed();
        } else {
            broken();
        }
    }

    private void count(int change) {
        queued += change;
        connections().counts().queued(change);
    }

    @Override
    int queued() {
        return queued;
    }

    @Override
    void shutDownOutput() {
        Output.shutDown(nettyChannel);
    }

    @Override
    void release() {
        if (queued > 0) {
            nettyChannel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        nettyChannel.close();
    }

    private final class Handler extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            decode((ByteBuf) message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslCloseCompletionEvent) {
                end();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            broken();
        }
    }
}
