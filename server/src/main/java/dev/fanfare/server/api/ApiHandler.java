package dev.fanfare.server.api;

import dev.fanfare.server.transport.Peer;
import dev.fanfare.server.transport.WholeRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests of one HTTP connection, pipelined or not, and hands each to the router as soon as its body is there.
 * Belongs to the connection's loop.
 */
final class ApiHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOGGER = System.getLogger(ApiHandler.class.getName());

    private final Router router;
    private final Peer peer;
    private final RequestLog log;
    private final int maxBodySize;
    private final RequestBody body;
    private final ArrayDeque<Object> held = new ArrayDeque<>(1);

    @SuppressWarnings("NullAway.Init") // set by handlerAdded, before anything else is called
    private AnswerQueue answers;

    private @Nullable HttpRequest current;
    private boolean finished;

    /** @param scratch shared by the connections of the loop */
    ApiHandler(Router router, Peer peer, int maxBodySize, RequestLog log, byte[] scratch) {
        this.router = router;
        this.peer = peer;
        this.log = log;
        this.maxBodySize = maxBodySize;
        this.body = new RequestBody(scratch);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        answers = new AnswerQueue(new PipelineOutlet(context), log, () -> answersCame(context));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (finished) {
            ReferenceCountUtil.release(message);
            return;
        }
        answers.beginTurn();
        if (held.isEmpty() && !answers.isFull()) {
            accept(message);
        } else {
            held.add(message);
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        answers.endTurn();
        takeHeld(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        takeHeld(context);
    }

    private void answersCame(ChannelHandlerContext context) {
        answers.endTurn();
        takeHeld(context);
    }

    private void takeHeld(ChannelHandlerContext context) {
        if (held.isEmpty() || answers.isFull() || answers.inTurn()) {
            return;
        }
        answers.beginTurn();
        while (!held.isEmpty() && !answers.isFull()) {
            accept(held.remove());
        }
        if (held.isEmpty() && !inputHasEnded(context.channel())) {
            context.channel().config().setAutoRead(true);
        }
        answers.endTurn();
    }

    /** Netty's epoll channels fail when they are asked to read on after that. */
    private static boolean inputHasEnded(Channel channel) {
        return channel instanceof DuplexChannel duplex && duplex.isInputShutdown();
    }

    /** @param part a {@link WholeRequest}, or what Netty's decoder makes of others */
    private void accept(Object part) {
        try {
            if (finished) {
                return;
            }
            if (part instanceof WholeRequest request) {
                serve(request);
            }
            if (part instanceof HttpRequest request) {
                begin(request);
            }
            if (part instanceof HttpContent content && current != null) {
                read(current, content);
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private void begin(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuse(malformed(request.decoderResult()));
        } else if (HttpUtil.getContentLength(request, -1L) > maxBodySize) {
            refuse(Problem.bodyTooLarge(maxBodySize));
        } else {
            current = request;
            if (HttpUtil.is100ContinueExpected(request)) {
                answers.add(Persistence.IMPLIED, true).answer(Response.CONTINUE);
            }
        }
    }

    private void read(HttpRequest request, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            refuse(malformed(content.decoderResult()));
        } else if (body.length() + content.content().readableBytes() > maxBodySize) {
            refuse(Problem.bodyTooLarge(maxBodySize));
        } else {
            boolean last = content instanceof LastHttpContent;
            body.add(content.content(), last);
            if (last) {
                serve(request);
            }
        }
    }

    private void serve(WholeRequest request) {
        byte[] whole = request.body();
        if (whole.length > maxBodySize) {
            refuse(Problem.bodyTooLarge(maxBodySize));
            return;
        }
        Exchange exchange = answers.add(Persistence.IMPLIED, true, Caller.of(peer, request));
        router.route(request.method(), request.target(), whole, whole.length, exchange);
    }

    private void serve(HttpRequest request) {
        current = null;
        Persistence persistence = Persistence.of(request);
        finished = persistence == Persistence.CLOSE;
        HttpMethod method = request.method();
        Caller caller = Caller.of(peer, request.headers());
        Exchange exchange = answers.add(persistence, !HttpMethod.HEAD.equals(method), caller);
        router.route(method.name(), request.uri(), body.bytes(), body.length(), exchange);
        body.clear();
    }

    /** Answers and reads nothing more: what follows on the connection makes no sense. */
    private void refuse(Problem problem) {
        finished = true;
        current = null;
        body.clear();
        answers.addLast().answer(problem.response());
    }

    private static Problem malformed(DecoderResult result) {
        return switch (result.cause()) {
            case TooLongHttpLineException _ -> new Problem(414, "Request line is too long");
            case TooLongHttpHeaderException _ -> new Problem(431, "Request headers are too large");
            default -> Problem.badRequest("Malformed HTTP request");
        };
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        release();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        release();
    }

    private void release() {
        finished = true;
        body.clear();
        answers.release();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOGGER.log(Level.ERROR, "HTTP connection " + context.channel().remoteAddress() + " failed", cause);
        }
        context.close();
    }
}
