package dev.fanfare.conformance;

import dev.fanfare.sdk.Listeners;
import dev.fanfare.sdk.ProviderContract;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of our providers, with pusher-http-java as a witness: it asks nothing that only our own code could keep. */
class OfficialProviderIT extends ProviderContract {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    private final Listeners listeners = new Listeners();
    private RealtimeService service;

    @BeforeEach
    void open() {
        service = new OfficialRealtimeService(ConformanceApps.credentials("main"), SERVER.port());
    }

    @AfterEach
    void close() throws IOException {
        listeners.close();
        service.close();
    }

    @Override
    protected RealtimeService service() {
        return service;
    }

    @Override
    protected void listen(String channel) throws IOException {
        listeners.add(channel, TestClient.open(SERVER.webSocket("/app/main-key?protocol=7")));
    }

    @Override
    protected List<String> heard(String channel, int count) {
        return listeners.heard(channel, count);
    }
}
