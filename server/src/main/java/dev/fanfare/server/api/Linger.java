package dev.fanfare.server.api;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client may still be sending. Closing it at once would reset it, and the client would see that
 * instead of its answer; so only the writing side is closed, and the other one when the client has understood.
 */
final class Linger implements ChannelFutureListener {
    static final Linger INSTANCE = new Linger();

    private static final long SECONDS = 2;

    private Linger() {}

    @Override
    public void operationComplete(ChannelFuture written) {
        Channel channel = written.channel();
        if (written.isSuccess() && channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
            channel.eventLoop().schedule(() -> channel.close(), SECONDS, TimeUnit.SECONDS);
        } else {
            channel.close();
        }
    }
}
