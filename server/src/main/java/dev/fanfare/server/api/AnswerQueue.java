package dev.fanfare.server.api;

import dev.fanfare.server.transport.AnswerOutlet;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one connection, in the order of its requests. Those of one turn of the loop are written as one. Belongs
 * to the connection's loop.
 */
final class AnswerQueue {
    private static final int MAX_WAITING = 32;
    private static final int FIRST_SIZE = 256;
    private static final int MAX_UNSENT = 32 * 1024;

    private final AnswerOutlet outlet;
    private final RequestLog log;
    private final Runnable turn;
    private final ArrayDeque<Exchange> waiting = new ArrayDeque<>(2);
    private @Nullable ByteBuf unsent;
    /** Final answers in {@link #unsent}. */
    private int unsentAnswers;

    /** Not everything was read that the client sends. */
    private boolean unread;

    private boolean last;
    private boolean inTurn;
    private boolean turnScheduled;
    private boolean released;

    /** @param turn run on the loop when answers have come outside a turn; begins and ends one */
    AnswerQueue(AnswerOutlet outlet, RequestLog log, Runnable turn) {
        this.outlet = outlet;
        this.log = log;
        this.turn = turn;
    }

    RequestLog log() {
        return log;
    }

    boolean inLoop() {
        return outlet.inLoop();
    }

    void execute(Runnable task) {
        outlet.execute(task);
    }

    void beginTurn() {
        inTurn = true;
    }

    void endTurn() {
        inTurn = false;
        turnScheduled = false;
        flush();
    }

    boolean inTurn() {
        return inTurn;
    }

    /** Whether no more requests should be taken for now: too many wait, or the client does not read. */
    boolean isFull() {
        return waiting.size() >= MAX_WAITING || !outlet.isWritable();
    }

    /** Whether every request has its answer. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** A request whose answer does not depend on how it came. */
    Exchange add(Persistence persistence, boolean withBody) {
        return add(persistence, withBody, Caller.ANYBODY);
    }

    Exchange add(Persistence persistence, boolean withBody, Caller caller) {
        Exchange exchange = new Exchange(this, persistence, withBody, caller);
        waiting.add(exchange);
        return exchange;
    }

    /** The last request, of which not everything was read. */
    Exchange addLast() {
        unread = true;
        return add(Persistence.CLOSE, true);
    }

    /** One of the exchanges has its answer. */
    void answered() {
        for (Exchange first = waiting.peek(); first != null; first = waiting.peek()) {
            Response response = first.response();
            if (response == null) {
                break;
            }
            waiting.remove();
            write(first, response);
        }
        if (!inTurn && !turnScheduled && !released) {
            turnScheduled = true;
            execute(turn);
        }
    }

    private void write(Exchange exchange, Response response) {
        if (released) {
            return;
        }
        ByteBuf out = unsent;
        if (out == null) {
            out = outlet.allocate(FIRST_SIZE);
            unsent = out;
        }
        response.writeTo(out, exchange.persistence(), exchange.withBody(), exchange.requestIdInUse());
        if (response != Response.CONTINUE) {
            unsentAnswers++;
        }
        if (exchange.persistence() == Persistence.CLOSE) {
            last = true;
        } else if (out.readableBytes() >= MAX_UNSENT) {
            flush();
        }
    }

    private void flush() {
        ByteBuf out = unsent;
        if (out == null) {
            return;
        }
        int count = unsentAnswers;
        unsent = null;
        unsentAnswers = 0;
        if (last) {
            outlet.sendLast(out, count, unread);
        } else {
            outlet.send(out, count);
        }
    }

    /** The connection is gone: what is still answered goes nowhere. */
    void release() {
        released = true;
        waiting.clear();
        if (unsent != null) {
            unsent.release();
            unsent = null;
        }
    }
}
