package dev.fanfare.server.transport;

import dev.fanfare.server.config.TlsConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * The PEM files of a server that speaks TLS, as they are at the time of each call.
 *
 * @param config one that is on
 */
public record TlsFiles(TlsConfig config) {
    private static final String CERTIFICATE = "tls.certificate";
    private static final String KEY = "tls.key";

    /**
     * What is wrong with the files, one sentence for each thing, which names the setting; empty if clients will be served
     * and not be warned. Reads the files; not to be called on a loop.
     */
    public List<String> check(Instant now) {
        List<String> findings = new ArrayList<>();
        try {
            findings.addAll(warnings(identity(), now));
        } catch (TransportException e) {
            findings.add(e.getMessage() + " (`" + e.setting() + "`)");
        }
        return findings;
    }

    /**
     * Until when the server's own certificate is valid. Reads the files.
     *
     * @throws TransportException if TLS cannot be spoken with these files
     */
    public Instant expiry() {
        return identity().own().getNotAfter().toInstant();
    }

    /**
     * The names and addresses that the server's own certificate is for. Reads the files.
     *
     * @throws TransportException if TLS cannot be spoken with these files
     */
    public List<String> names() {
        return identity().names();
    }

    /** @throws TransportException if TLS cannot be spoken with these files */
    Identity identity() {
        return Identity.of(PemFile.read(CERTIFICATE, config.certificate()), PemFile.read(KEY, config.key()));
    }

    /** What most clients will refuse, though it can be served. */
    List<String> warnings(Identity identity, Instant now) {
        Instant from = identity.own().getNotBefore().toInstant();
        Instant to = identity.own().getNotAfter().toInstant();
        if (now.isAfter(to)) {
            return List.of("The certificate in " + config.certificate() + " expired at " + to
                    + ", clients will refuse it (`" + CERTIFICATE + "`)");
        }
        return now.isBefore(from)
                ? List.of("The certificate in " + config.certificate() + " is not valid before " + from
                        + ", clients will refuse it until then (`" + CERTIFICATE + "`)")
                : List.of();
    }

    /** @throws TransportException if the JDK refuses the certificate */
    SslContext context(Identity identity) {
        try {
            return SslContextBuilder.forServer(identity.key(), identity.chain())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.NO_ADVERTISE,
                            SelectedListenerFailureBehavior.ACCEPT,
                            ApplicationProtocolNames.HTTP_1_1))
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new TransportException(CERTIFICATE, "TLS cannot be spoken with " + config + ": " + e.getMessage(), e);
        }
    }
}
