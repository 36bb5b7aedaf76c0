package dev.fanfare.server.api;

/** What answers requests that need no signature. Called on the loop of the connection. */
interface OpenEndpoint {
    /** Answers now or later, once; or throws, and has done nothing. */
    void handle(Exchange exchange) throws Problem;
}
