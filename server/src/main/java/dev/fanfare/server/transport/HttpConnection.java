package dev.fanfare.server.transport;

/** An HTTP connection, as its loop keeps it. */
interface HttpConnection extends Deadlines.Watched {
    /** Ends the connection as soon as no request is open. */
    void closeWhenAnswered();

    /** Ends the connection, whatever is under way on it. */
    void end();
}
