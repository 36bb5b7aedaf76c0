package dev.fanfare.server.transport;

import io.netty.channel.ChannelHandler;

/** Serves what is no WebSocket: the HTTP API, as the transport sees it. Called on the loop of the connection. */
public interface HttpService {
    /**
     * A handler for a connection in a Netty pipeline, which gets each {@link WholeRequest} and, for the requests that are
     * none, {@code HttpRequest} and {@code HttpContent} objects. It answers in their order, with bytes and an
     * {@link EndOfAnswer} behind those of each answer.
     */
    ChannelHandler newHandler(Peer peer);

    /**
     * A server for a connection whose requests are all whole.
     *
     * @param answered run when answers have come outside a turn and have been sent
     */
    RequestServer newServer(Peer peer, AnswerOutlet outlet, Runnable answered);
}
