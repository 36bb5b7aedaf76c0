package dev.fanfare.server;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Numbers that nobody can guess, from a source that is loaded with the first connection, not on the way to it. */
enum SocketIdRandom implements RandomGenerator {
    INSTANCE;

    @Override
    public long nextLong() {
        return Source.RANDOM.nextLong();
    }

    private static final class Source {
        static final SecureRandom RANDOM = new SecureRandom();
    }
}
