package dev.fanfare.testsupport;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class during which a Netty buffer was garbage-collected without having been released. JUnit finds it through
 * {@code META-INF/services}, so no test names it. Without Netty on the class path it does nothing.
 *
 * <p>A leak shows when the collector finds it: one may be charged to a class that ran later in the same JVM.
 */
public final class LeakCheck implements AfterAllCallback {
    private static final boolean NETTY = isPresent("io.netty.buffer.ByteBuf");

    static {
        if (NETTY) {
            LeakRecorder.install();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // A nested class ends inside its outer one, which is checked anyway.
        if (!NETTY || context.getRequiredTestClass().isMemberClass()) {
            return;
        }
        List<String> leaks = LeakRecorder.drain();
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    leaks.size() + " buffers were not released, expected none:\n" + String.join("\n", leaks));
        }
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, LeakCheck.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
