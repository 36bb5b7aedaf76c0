package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/** Netty's decoder of requests, which is spared those that a {@link WholeRequestReader} takes. */
final class RequestDecoder extends HttpRequestDecoder {
    private final WholeRequestReader whole;
    /** A request has begun that Netty decodes. */
    private boolean begun;

    RequestDecoder(HttpDecoderConfig config, WholeRequestReader whole) {
        super(config);
        this.whole = whole;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (!begun) {
            WholeRequest request = whole.read(buffer);
            if (request != null) {
                out.add(request);
                return;
            }
            begun = true;
        }
        super.decode(context, buffer, out);
        if (!out.isEmpty() && out.getLast() instanceof LastHttpContent) {
            begun = false;
        }
    }
}
