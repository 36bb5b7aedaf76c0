package dev.fanfare.server.api;

import dev.fanfare.server.config.LogConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Counts the requests of one loop and, where that is wanted, writes a line for each. */
final class RequestLog {
    private static final Logger LOGGER = System.getLogger(RequestLog.class.getName());
    private static final int FIRST_REFUSAL = 400;

    private final RequestCounts counts;
    private final LogConfig.Requests logged;

    RequestLog(RequestCounts counts, LogConfig.Requests logged) {
        this.counts = counts;
        this.logged = logged;
    }

    /** A request begins. Returns when, if anybody wants to know. */
    long now() {
        return logged == LogConfig.Requests.NONE ? 0 : System.nanoTime();
    }

    void answered(Exchange exchange, int status) {
        counts.add(exchange.route(), status);
        boolean wanted =
                logged == LogConfig.Requests.ALL || logged == LogConfig.Requests.REFUSED && status >= FIRST_REFUSAL;
        if (wanted) {
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - exchange.begun());
            String sentence = "{0} {1} {2} in {3} ms, request {4}";
            Object[] values = {
                exchange.method(),
                Excerpt.of(exchange.path()),
                Integer.toString(status),
                millis(micros),
                exchange.requestId()
            };
            LOGGER.log(Level.INFO, sentence, values);
        }
    }

    private static String millis(long micros) {
        long hundredths = micros / 10;
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
    }

    static String newRequestId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
