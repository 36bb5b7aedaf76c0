package dev.fanfare.sdk;

import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clients of a real server, each on a channel of its own: for the tests of providers that have one. */
public final class Listeners implements AutoCloseable {
    private final Map<String, TestClient> clients = new HashMap<>();

    /** @param client established; closed with these */
    public void add(String channel, TestClient client) {
        client.subscribe(channel);
        clients.put(channel, client);
    }

    public TestClient on(String channel) {
        TestClient client = clients.get(channel);
        if (client == null) {
            throw new IllegalStateException("Nobody listens to " + channel);
        }
        return client;
    }

    /** As {@link ProviderContract#heard}. */
    public List<String> heard(String channel, int count) {
        List<String> heard = new ArrayList<>();
        while (heard.size() < count) {
            ReceivedFrame frame = on(channel).await();
            if (frame.channel().equals(channel) && !frame.event().startsWith("pusher")) {
                heard.add(frame.event() + " " + frame.data());
            }
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        for (TestClient client : clients.values()) {
            client.close();
        }
    }
}
