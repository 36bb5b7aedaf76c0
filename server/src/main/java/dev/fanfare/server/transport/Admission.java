package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.connection.Receiver;

/** Takes a connection whose handshake is done; called on its loop. In the server it is {@code Node.open}. */
@FunctionalInterface
interface Admission {
    /** @return who hears of the connection from now on, also where it is refused by a close */
    Receiver open(Loop loop, ConnectionRequest request, Connection connection);
}
