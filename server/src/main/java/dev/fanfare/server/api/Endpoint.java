package dev.fanfare.server.api;

/** What answers the requests of one route. Called on the loop of the connection. */
interface Endpoint {
    /** Answers now or later, once; or throws, and has done nothing. */
    void handle(ApiRequest request, Exchange exchange) throws Problem;
}
