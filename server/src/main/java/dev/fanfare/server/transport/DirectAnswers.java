package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Sends answers to sockets past Netty's outbound queue, which costs as much as composing most of them. */
final class DirectAnswers {
    private static final Logger LOG = System.getLogger(DirectAnswers.class.getName());

    private DirectAnswers() {}

    /**
     * Sends the bytes and releases them, if nothing is ahead of them and the socket takes them all.
     *
     * @return false if Netty has to send what is left of them
     */
    static boolean send(Channel nettyChannel, ByteBuf bytes) {
        if (!(nettyChannel instanceof EpollSocketChannel) || !bytes.hasMemoryAddress() || !nettyChannel.isActive()) {
            return false;
        }
        ChannelOutboundBuffer ahead = nettyChannel.unsafe().outboundBuffer();
        if (ahead == null || ahead.totalPendingWriteBytes() > 0) {
            return false;
        }
        Socket socket = (Socket) ((UnixChannel) nettyChannel).fd();
        try {
            bytes.skipBytes(socket.sendAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()));
        } catch (IOException e) {
            // Netty meets the same failure, and knows what follows from it.
            LOG.log(Level.DEBUG, "An answer was not sent", e);
            return false;
        }
        if (bytes.isReadable()) {
            return false;
        }
        bytes.release();
        return true;
    }
}
