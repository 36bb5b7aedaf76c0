package dev.fanfare.server;

import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the process does when it is told to stop, by SIGTERM or SIGINT: the first signal begins the work, the second ends the
 * process at once. The JVM's own way, shutdown hooks, is deaf to the second. Every JDK has {@code sun.misc.Signal}, but the
 * compiler warns of it and cannot be told not to, hence the reflection.
 */
final class StopSignals {
    private static final int SECOND_SIGNAL = 128;

    private final Runnable stop;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private StopSignals(Runnable stop) {
        this.stop = stop;
    }

    /**
     * @param stop run on a thread of its own, once; the process ends with 0 when it returns, or with 128 and the signal's
     *     number if a second signal comes before
     */
    static void handle(Runnable stop) {
        StopSignals signals = new StopSignals(stop);
        try {
            signals.listen("TERM");
            signals.listen("INT");
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.getLogger(StopSignals.class.getName())
                    .log(Level.WARNING, "Signals cannot be heard: a stop will not drain connections ({0})", e);
        }
    }

    private void listen(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object listener = Proxy.newProxyInstance(
                StopSignals.class.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> method.getName().equals("handle") ? received(arguments[0]) : null);
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
    }

    private @Nullable Object received(Object signal) throws ReflectiveOperationException {
        if (!stopping.compareAndSet(false, true)) {
            int number = (int) signal.getClass().getMethod("getNumber").invoke(signal);
            Runtime.getRuntime().halt(SECOND_SIGNAL + number);
        }
        // Not a daemon, which the signal's own thread is: when the loops have ended, it alone keeps the JVM alive.
        Thread.ofPlatform().daemon(false).name("fanfare-stop").start(() -> {
            stop.run();
            Runtime.getRuntime().halt(Main.OK);
        });
        return null;
    }
}
