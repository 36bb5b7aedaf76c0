package dev.fanfare.sdk;

/** Makes services of one kind. Implementations are found by {@link java.util.ServiceLoader} and pass {@code ProviderContract}. */
public interface RealtimeProvider {
    /** What it is chosen by, in lower case. */
    String name();

    /**
     * Makes a service, without sending anything.
     *
     * @throws IllegalStateException if something it needs is not set; the message names each variable
     */
    RealtimeService create(RealtimeSettings settings);
}
