package dev.fanfare.server.transport;

/** What the connections of a loop share that have agreed to permessage-deflate. Made when the first of them comes. */
final class Compression {
    private final Inflation inflation;
    private final Deflation deflation = new Deflation();
    private final WebSocketDecoder decoder;

    Compression(int maxMessageSize) {
        inflation = new Inflation(maxMessageSize);
        decoder = new WebSocketDecoder(maxMessageSize, inflation);
    }

    WebSocketDecoder decoder() {
        return decoder;
    }

    Deflation deflation() {
        return deflation;
    }

    void free() {
        inflation.free();
        deflation.free();
    }
}
