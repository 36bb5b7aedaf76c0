package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for a WebSocket and hands their connection over; whatever path they ask for, so that the engine can tell
 * the client by a close code what is wrong. Every other request goes on to the handler of the HTTP API.
 */
final class HandshakeHandler extends ChannelDuplexHandler {
    private final LoopConnections connections;
    private final HttpGuard guard;
    private final HandOver handOver;
    private final HttpPipeline home;

    private boolean httpApiAdded;
    private @Nullable HttpRequest upgrade;
    /** What the client sent behind its handshake, which is no HTTP any more. */
    private ByteBuf early = Unpooled.EMPTY_BUFFER;

    HandshakeHandler(LoopConnections connections, HttpGuard guard, HandOver handOver, HttpPipeline home) {
        this.connections = connections;
        this.guard = guard;
        this.handOver = handOver;
        this.home = home;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof WholeRequest request) {
            pass(context, request);
        } else if (message instanceof ByteBuf bytes) {
            early = Unpooled.wrappedBuffer(early, bytes);
        } else if (guard.isRefused()) {
            ReferenceCountUtil.release(message);
        } else if (((HttpObject) message).decoderResult().isFailure() && !guard.awaitsAnswers()) {
            Throwable cause = ((HttpObject) message).decoderResult().cause();
            ReferenceCountUtil.release(message);
            guard.refuse(HttpRefusal.of(cause, connections.settings().maxHeaderSize()));
        } else if (message instanceof HttpRequest request && Handshake.isAskedFor(request)) {
            guard.requestBegan();
            if (guard.admit(request.headers())) {
                begin(request);
            }
        } else if (upgrade != null) {
            finish(context, upgrade, (HttpContent) message);
        } else {
            pass(context, (HttpObject) message);
        }
    }

    private void begin(HttpRequest request) {
        HttpRefusal refusal = Handshake.refusalOf(request);
        if (refusal == null) {
            upgrade = request;
        } else {
            guard.refuse(refusal);
        }
    }

    private void finish(ChannelHandlerContext context, HttpRequest request, HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        boolean empty = !content.content().isReadable();
        content.release();
        if (!empty || guard.awaitsAnswers()) {
            guard.refuse(new HttpRefusal(
                    HttpResponseStatus.BAD_REQUEST, "Handshake has to be without a body and not behind open requests"));
        } else if (last) {
            guard.requestArrived();
            accept(context, request);
        }
    }

    private void accept(ChannelHandlerContext context, HttpRequest request) {
        context.channel().config().setAutoRead(false);
        context.pipeline().remove(RequestDecoder.class);
        String extension = connections.settings().compression() ? Handshake.extension(request) : null;
        ByteBuf response = Unpooled.wrappedBuffer(Handshake.response(request, extension, handOver.sha1()));
        context.writeAndFlush(response).addListener((ChannelFutureListener) sent -> {
            if (sent.isSuccess()) {
                boolean secure = home.peer(sent.channel()).isSecure(request.headers());
                handOver.begin(
                        sent.channel(),
                        guard.client(),
                        Handshake.connectionRequest(
                                request, connections.settings().pathPrefix(), secure),
                        extension != null,
                        this::takeEarlyBytes);
            } else {
                sent.channel().close();
            }
        });
    }

    private ByteBuf takeEarlyBytes() {
        ByteBuf bytes = early;
        early = Unpooled.EMPTY_BUFFER;
        return bytes;
    }

    private void pass(ChannelHandlerContext context, WholeRequest request) {
        if (guard.isRefused()) {
            return;
        }
        if (httpApiAdded && !guard.awaitsAnswers() && home.canLeave(context.channel())) {
            guard.leave();
            context.channel().config().setAutoRead(false);
            context.pipeline().remove(RequestDecoder.class);
            home.leave(context.channel(), request, this::takeEarlyBytes);
        } else {
            addHttpApi(context);
            guard.requestBegan();
            guard.requestArrived();
            context.fireChannelRead(request);
        }
    }

    private void addHttpApi(ChannelHandlerContext context) {
        if (!httpApiAdded) {
            httpApiAdded = true;
            context.pipeline().addLast(home.newHandler(context.channel()));
        }
    }

    private void pass(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof HttpRequest request) {
            guard.requestBegan();
            if (!guard.admit(request.headers())) {
                return;
            }
            addHttpApi(context);
        }
        if (message instanceof LastHttpContent) {
            guard.requestArrived();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message != EndOfAnswer.INSTANCE) {
            boolean unconditional = promise.isVoid() && message instanceof ByteBuf;
            if (!unconditional || home.isSecure() || !DirectAnswers.send(context.channel(), (ByteBuf) message)) {
                context.write(message, promise);
            }
        } else if (guard.answered()) {
            context.write(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
            guard.inputEnded();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        guard.exceptionCaught(context, cause);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        takeEarlyBytes().release();
    }
}
