package dev.fanfare.benchmarks.micro;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.Slices;
import dev.fanfare.protocol.CloseCode;

/** A connection whose socket takes everything at no cost. */
final class CountingConnection implements Connection {
    private long bytes;

    @Override
    public void write(Slices slices) {
        bytes += slices.size();
    }

    @Override
    public void ping() {
        throw new IllegalStateException("Nothing lasts long enough here for a ping");
    }

    @Override
    public void close(CloseCode code) {
        throw new IllegalStateException("The engine closed a connection: " + code);
    }

    long bytes() {
        return bytes;
    }
}
