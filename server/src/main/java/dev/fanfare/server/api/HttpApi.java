package dev.fanfare.server.api;

import dev.fanfare.engine.Node;
import dev.fanfare.server.config.ApiConfig;
import dev.fanfare.server.transport.AnswerOutlet;
import dev.fanfare.server.transport.HttpService;
import dev.fanfare.server.transport.Peer;
import dev.fanfare.server.transport.RequestServer;
import io.netty.channel.ChannelHandler;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The HTTP API as one event loop serves it. Holds what the connections of the loop share: the memory that bodies are read
 * into and the state of the signature check. So there is one per loop, and only that loop uses it.
 */
public final class HttpApi implements HttpService {
    /** Larger bodies get an array of their own. */
    private static final int SCRATCH_SIZE = 16 * 1024;

    private final ApiConfig config;
    private final Router router;
    private final RequestLog log;
    private final byte[] scratch = new byte[SCRATCH_SIZE];

    /**
     * @param pathPrefix what may stand in front of every path, such as {@code /realtime}; empty for nothing
     * @param clock what the timestamps of signed requests are compared with
     */
    public HttpApi(Node node, ApiConfig config, String pathPrefix, InstantSource clock, ApiContext context) {
        this.config = config;
        this.log = new RequestLog(context.requests(), context.logged());
        this.router =
                new Router(new Routes(node, context), node.apps(), new SignatureCheck(pathPrefix, clock), pathPrefix);
    }

    /** The same API on every loop, each with its own memory. */
    public static HttpService onEveryLoop(Supplier<HttpApi> newApi) {
        FastThreadLocal<HttpApi> apis = new FastThreadLocal<>() {
            @Override
            protected HttpApi initialValue() {
                return newApi.get();
            }
        };
        return new HttpService() {
            @Override
            public ChannelHandler newHandler(Peer peer) {
                return apis.get().newHandler(peer);
            }

            @Override
            public RequestServer newServer(Peer peer, AnswerOutlet outlet, Runnable answered) {
                return apis.get().newServer(peer, outlet, answered);
            }
        };
    }

    @Override
    public ChannelHandler newHandler(Peer peer) {
        return new ApiHandler(router, peer, config.maxBodySize(), log, scratch);
    }

    @Override
    public RequestServer newServer(Peer peer, AnswerOutlet outlet, Runnable answered) {
        return new WholeRequests(router, peer, config.maxBodySize(), log, outlet, answered);
    }
}
