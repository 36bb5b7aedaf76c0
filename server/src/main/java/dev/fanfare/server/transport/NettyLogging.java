package dev.fanfare.server.transport;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;

/** Where Netty logs to. */
public final class NettyLogging {
    private NettyLogging() {}

    /**
     * Has Netty log through {@code java.util.logging}, whatever else is on the class path. Only for a JVM that is the server's
     * own. Saves Netty the search for other libraries, for which it would open every jar.
     */
    public static void useJdk() {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }
}
