package dev.fanfare.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the Maven plugin has written is what {@code tsc} and AsyncAPI's parser take it for. No server takes part. */
class GeneratedFilesIT {
    @TestFactory
    List<DynamicTest> files() throws IOException, InterruptedException {
        return NodeTests.run("generated", Map.of());
    }
}
