package dev.fanfare.server.api;

import dev.fanfare.server.transport.AnswerOutlet;
import dev.fanfare.server.transport.Peer;
import dev.fanfare.server.transport.RequestServer;
import dev.fanfare.server.transport.WholeRequest;

/** The HTTP API on a connection whose requests all arrive whole. */
final class WholeRequests implements RequestServer {
    private final Router router;
    private final Peer peer;
    private final int maxBodySize;
    private final AnswerQueue answers;

    WholeRequests(Router router, Peer peer, int maxBodySize, RequestLog log, AnswerOutlet outlet, Runnable answered) {
        this.router = router;
        this.peer = peer;
        this.maxBodySize = maxBodySize;
        answers = new AnswerQueue(outlet, log, () -> {
            endTurn();
            answered.run();
        });
    }

    @Override
    public void beginTurn() {
        answers.beginTurn();
    }

    @Override
    public void serve(WholeRequest request) {
        Exchange exchange = answers.add(Persistence.IMPLIED, true, Caller.of(peer, request));
        byte[] body = request.body();
        if (body.length > maxBodySize) {
            exchange.answer(Problem.bodyTooLarge(maxBodySize).response());
        } else {
            router.route(request.method(), request.target(), body, body.length, exchange);
        }
    }

    @Override
    public void endTurn() {
        answers.endTurn();
    }

    @Override
    public boolean isFull() {
        return answers.isFull();
    }

    @Override
    public boolean isIdle() {
        return answers.isEmpty();
    }

    @Override
    public void release() {
        answers.release();
    }
}
