package dev.fanfare.server.transport;

/**
 * Serves the whole requests of one HTTP connection and answers them in their order. Implemented by the HTTP API. Belongs to
 * the connection's loop, where every method is called.
 */
public interface RequestServer {
    /** Requests are about to be served: their answers are held back so that they leave together. */
    void beginTurn();

    void serve(WholeRequest request);

    /** Sends what is held back. */
    void endTurn();

    /** Whether no more requests should be served for now. */
    boolean isFull();

    /** Whether every request has its answer. */
    boolean isIdle();

    /** The connection is gone. */
    void release();
}
