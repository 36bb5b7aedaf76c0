package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Encodes the few responses that are objects. Those of the HTTP API are bytes already and pass. */
final class ResponseEncoder extends HttpResponseEncoder {
    @Override
    public boolean acceptOutboundMessage(Object message) throws Exception {
        return !(message instanceof ByteBuf) && super.acceptOutboundMessage(message);
    }
}
