package dev.fanfare.conformance;

import dev.fanfare.testkit.RealtimeServerExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the tests of one folder below {@code js/}; a subclass names it. */
abstract class NodeSdk {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    @RegisterExtension
    static final ServerControl CONTROL = new ServerControl();

    private final String folder;

    NodeSdk(String folder) {
        this.folder = folder;
    }

    @TestFactory
    List<DynamicTest> sdk() throws IOException, InterruptedException {
        return NodeTests.run(folder, SERVER.port(), CONTROL.uri());
    }
}
