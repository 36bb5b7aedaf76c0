package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;

/** Where the answers of one HTTP connection go. Every method but {@link #execute} is called on the connection's loop. */
public interface AnswerOutlet {
    boolean inLoop();

    /** Runs the task on the loop, later. Called on any thread. */
    void execute(Runnable task);

    /** Whether the client reads what it is sent. */
    boolean isWritable();

    /** A buffer for answers. */
    ByteBuf allocate(int size);

    /**
     * Sends the bytes behind everything sent before, and releases them.
     *
     * @param answers how many requests are answered with them
     */
    void send(ByteBuf bytes, int answers);

    /**
     * As {@link #send}, and ends the connection.
     *
     * @param unread whether the client may still be sending, so that a close at once would cost it the answer
     */
    void sendLast(ByteBuf bytes, int answers, boolean unread);
}
