package dev.fanfare.server.doctor;

import dev.fanfare.server.config.TlsConfig;
import dev.fanfare.server.transport.TlsFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether clients will accept the certificate. */
final class TlsCheck {
    private static final Duration SOON = Duration.ofDays(14);

    private TlsCheck() {}

    static List<Finding> examine(TlsConfig config, Instant now) {
        if (!config.isOn()) {
            return List.of(Finding.well("TLS is off: connections are plain, or a proxy in front speaks TLS"));
        }
        TlsFiles files = new TlsFiles(config);
        List<String> wrong = files.check(now);
        if (!wrong.isEmpty()) {
            return wrong.stream().map(Finding::wrong).toList();
        }
        String what = "The certificate for " + String.join(", ", files.names()) + " fits its key and is valid until "
                + files.expiry();
        return List.of(
                now.plus(SOON).isAfter(files.expiry())
                        ? Finding.note(what + ": renew `tls.certificate`; the server takes it without a restart")
                        : Finding.well(what));
    }
}
