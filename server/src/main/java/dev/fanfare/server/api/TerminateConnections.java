package dev.fanfare.server.api;

import dev.fanfare.engine.Node;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import java.util.HashSet;
import java.util.Set;

/**
 * Closes the connections whose ids are in the query as {@code socket_id}, with commas between them. With {@code reconnect=true}
 * their clients come back at once, and have to be authorized anew. Connections that there are not are no error. Not part of
 * Pusher's API.
 */
final class TerminateConnections implements Endpoint {
    private static final int MOST = 100;

    private final Node node;

    TerminateConnections(Node node) {
        this.node = node;
    }

    @Override
    public void handle(ApiRequest request, Exchange exchange) throws Problem {
        String ids = request.query().value("socket_id");
        boolean mayReturn = "true".equals(request.query().value("reconnect"));
        node.terminate(
                request.app(),
                parsed(ids == null ? "" : ids),
                mayReturn ? CloseCode.RIGHTS_CHANGED : CloseCode.TERMINATED,
                () -> exchange.answer(Response.EMPTY_OBJECT));
    }

    private static Set<SocketId> parsed(String text) throws Problem {
        String[] ids = text.split(",", -1);
        if (ids.length > MOST) {
            throw Problem.badRequest("socket_id has " + ids.length + " ids, expected at most " + MOST);
        }
        Set<SocketId> parsed = new HashSet<>();
        for (String id : ids) {
            try {
                parsed.add(SocketId.parse(id));
            } catch (ProtocolException e) {
                throw Problem.badRequest(e.getMessage());
            }
        }
        return parsed;
    }
}
