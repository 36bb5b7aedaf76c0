package dev.fanfare.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Serves the page of metrics: to those who know the token, or, where there is none, to this machine only. Source: Prometheus
 * documentation, "Exposition formats".
 */
final class MetricsEndpoint implements OpenEndpoint {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricsSource source;
    private final byte[] expected;

    /** @param token empty for none */
    MetricsEndpoint(MetricsSource source, String token) {
        this.source = source;
        expected = token.isEmpty() ? new byte[0] : bytes("Bearer " + token);
    }

    @Override
    public void handle(Exchange exchange) throws Problem {
        admit(exchange.caller());
        source.page(page -> exchange.answer(
                page.length == 0
                        ? new Problem(500, "Metrics could not be collected").response()
                        : Response.of(200, TEXT_FORMAT, page)));
    }

    private void admit(Caller caller) throws Problem {
        if (expected.length == 0) {
            if (!caller.local()) {
                throw new Problem(403, "Metrics are for this machine only, unless `metrics.token` is set");
            }
            return;
        }
        String given = caller.authorization();
        if (given == null || !MessageDigest.isEqual(expected, bytes(given))) {
            throw Problem.unauthenticated(
                    "Metrics are for those who send `metrics.token`, expected Authorization: Bearer TOKEN");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
