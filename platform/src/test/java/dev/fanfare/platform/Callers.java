package dev.fanfare.platform;

import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** Sign in once for all tests of a platform, since nobody may do so often. */
public final class Callers {
    private static final Map<RunningPlatform, Map<String, Caller>> SIGNED_IN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Callers() {}

    /** The same caller for the same name. */
    public static Caller of(RunningPlatform platform, String name) throws IOException, InterruptedException {
        Map<String, Caller> known = SIGNED_IN.computeIfAbsent(platform, _ -> new ConcurrentHashMap<>());
        Caller caller = known.get(name);
        if (caller == null) {
            caller = platform.as(name);
            known.put(name, caller);
        }
        return caller;
    }
}
