package dev.fanfare.sdk;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where services come from. Providers are found on the class path, so a new one needs no change here. */
public final class RealtimeServices {
    private static volatile @Nullable RealtimeService shared;

    private RealtimeServices() {}

    /**
     * The service that the environment describes, the same one at each call.
     *
     * @throws IllegalStateException if the environment does not describe one; the message names each variable
     */
    public static synchronized RealtimeService getRealtimeService() {
        RealtimeService existing = shared;
        if (existing == null) {
            existing = create(RealtimeSettings.fromEnvironment(System.getenv()));
            shared = existing;
        }
        return existing;
    }

    /**
     * A service of its own, to be closed by the caller.
     *
     * @throws IllegalStateException if there is no such provider, or something it needs is not set
     */
    public static RealtimeService create(RealtimeSettings settings) {
        Map<String, RealtimeProvider> known = new TreeMap<>();
        ServiceLoader.load(RealtimeProvider.class).forEach(provider -> known.putIfAbsent(provider.name(), provider));
        RealtimeProvider provider = known.get(settings.provider());
        if (provider == null) {
            throw new IllegalStateException("REALTIME_PROVIDER is `" + settings.provider() + "`, expected one of "
                    + String.join(", ", known.keySet()));
        }
        return provider.create(settings);
    }
}
