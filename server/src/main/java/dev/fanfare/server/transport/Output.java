package dev.fanfare.server.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/** Ends one side of a connection in a pipeline. */
final class Output {
    private Output() {}

    /** Tells the peer that nothing more comes, by TLS where that is spoken, then by TCP. */
    static void shutDown(Channel nettyChannel) {
        SslHandler tls = nettyChannel.pipeline().get(SslHandler.class);
        if (tls == null) {
            ((DuplexChannel) nettyChannel).shutdownOutput();
        } else {
            tls.closeOutbound()
                    .addListener((ChannelFutureListener) sent -> ((DuplexChannel) sent.channel()).shutdownOutput());
        }
    }
}
