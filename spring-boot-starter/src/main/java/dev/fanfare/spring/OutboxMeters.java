package dev.fanfare.spring;

import dev.fanfare.sdk.outbox.OutboxStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** {@code fanfare.outbox.…}, from a look at the database that all of them share; NaN if it does not answer. */
final class OutboxMeters implements MeterBinder {
    private final OutboxWatch outbox;

    OutboxMeters(OutboxWatch outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "pending", "Events that wait, of all instances", OutboxStatus::pending);
        gauge(registry, "resting", "Channels that wait after a failure", OutboxStatus::resting);
        gauge(registry, "attempts", "The most failures in a row of a channel", OutboxStatus::attempts);
        gauge(registry, "dead", "Events that were given up, of all instances", OutboxStatus::deadLetters);
        gauge(registry, "sole", "0 if another embedded server has taken over", status -> status.isSole() ? 1 : 0);
        TimeGauge.builder(
                        name("lag"),
                        outbox,
                        TimeUnit.MILLISECONDS,
                        of(status -> status.lag().toMillis()))
                .description("The age of the oldest event that waits")
                .register(registry);
        counter(registry, "published", "Events that this instance has published", OutboxStatus::published);
        counter(registry, "failures", "Times that this instance could not publish", OutboxStatus::failures);
    }

    private void gauge(MeterRegistry registry, String name, String is, ToDoubleFunction<OutboxStatus> value) {
        Gauge.builder(name(name), outbox, of(value)).description(is).register(registry);
    }

    private void counter(MeterRegistry registry, String name, String is, ToDoubleFunction<OutboxStatus> value) {
        FunctionCounter.builder(name(name), outbox, of(value)).description(is).register(registry);
    }

    private static String name(String last) {
        return "fanfare.outbox." + last;
    }

    private static ToDoubleFunction<OutboxWatch> of(ToDoubleFunction<OutboxStatus> value) {
        return watch -> {
            OutboxStatus status = watch.status();
            return status == null ? Double.NaN : value.applyAsDouble(status);
        };
    }
}
