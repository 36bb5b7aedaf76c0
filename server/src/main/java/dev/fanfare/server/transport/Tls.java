package dev.fanfare.server.transport;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What makes connections of a server secure. Newcomers get what was loaded last; those that are there keep what they have. */
public final class Tls {
    private static final Logger LOG = System.getLogger(Tls.class.getName());

    private final TlsFiles files;
    private final InstantSource clock;
    private volatile SslContext context;
    private volatile Instant expiry;

    private Tls(TlsFiles files, InstantSource clock, SslContext context, Instant expiry) {
        this.files = files;
        this.clock = clock;
        this.context = context;
        this.expiry = expiry;
    }

    /** @throws TransportException if TLS cannot be spoken with these files */
    public static Tls load(TlsFiles files, InstantSource clock) {
        Identity identity = files.identity();
        files.warnings(identity, clock.instant()).forEach(warning -> LOG.log(Level.WARNING, warning));
        return new Tls(files, clock, files.context(identity), expiryOf(identity));
    }

    /**
     * Reads the files again. Where they are not right, as between the two writes of a renewal, what was loaded before stays,
     * and the log says why. Called by one thread at a time, not on a loop.
     */
    public void reload() {
        try {
            Identity identity = files.identity();
            context = files.context(identity);
            expiry = expiryOf(identity);
            LOG.log(Level.INFO, "TLS certificate reloaded, valid until {0}", expiry);
            files.warnings(identity, clock.instant()).forEach(warning -> LOG.log(Level.WARNING, warning));
        } catch (TransportException e) {
            LOG.log(Level.WARNING, "TLS certificate is kept as it was: " + e.getMessage() + " (`" + e.setting() + "`)");
        }
    }

    private static Instant expiryOf(Identity identity) {
        return identity.own().getNotAfter().toInstant();
    }

    /** Until when the certificate is valid that newcomers get. From any thread. */
    public Instant expiry() {
        return expiry;
    }

    TlsFiles files() {
        return files;
    }

    SslHandler newHandler(Channel nettyChannel, Duration handshakeTimeout) {
        SslHandler handler = context.newHandler(nettyChannel.alloc());
        handler.setHandshakeTimeoutMillis(handshakeTimeout.toMillis());
        return handler;
    }
}
