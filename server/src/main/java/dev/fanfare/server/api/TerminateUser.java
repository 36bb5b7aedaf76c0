package dev.fanfare.server.api;

import dev.fanfare.engine.Node;

/** Closes the connections that are signed in as a user. A user whom nobody knows is no error. */
final class TerminateUser implements Endpoint {
    private final Node node;

    TerminateUser(Node node) {
        this.node = node;
    }

    @Override
    public void handle(ApiRequest request, Exchange exchange) {
        node.terminate(request.app(), request.subject(), () -> exchange.answer(Response.EMPTY_OBJECT));
    }
}
