package dev.fanfare.server.config;

/**
 * The PEM files with which the server speaks TLS.
 *
 * @param certificate path of the chain, the server's own certificate first; empty for a server that speaks plain HTTP
 * @param key path of the certificate's private key; empty if there is no certificate
 */
public record TlsConfig(String certificate, String key) {
    /** @throws IllegalArgumentException if a path holds control characters */
    public TlsConfig {
        ServerSettings.TLS_CERTIFICATE.check(certificate);
        ServerSettings.TLS_KEY.check(key);
    }

    static TlsConfig of(SettingValues values) {
        return new TlsConfig(values.of(ServerSettings.TLS_CERTIFICATE), values.of(ServerSettings.TLS_KEY));
    }

    /** Whether the server speaks TLS, and nothing else. */
    public boolean isOn() {
        return !certificate.isEmpty() && !key.isEmpty();
    }
}
