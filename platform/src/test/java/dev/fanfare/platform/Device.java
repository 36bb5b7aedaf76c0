package dev.fanfare.platform;

import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.user.Alert;
import dev.fanfare.sdk.systems.user.AlertRaised;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;

/** A client that follows its user's channel. Belongs to one test thread. */
public record Device(TestClient client) implements AutoCloseable {
    private static final String MARK = "alert";
    private static final String STATUS = "presence:status";

    /** One that hears what is told from now on: what was told before has come already. */
    public static Device of(RunningPlatform platform, String user) throws IOException, InterruptedException {
        TestClient client = platform.client();
        Callers.of(platform, user).subscribe(client, "private-user-" + user);
        platform.bean(EventPublisher.class).publish(new AlertRaised(List.of(user), new Alert("now", null)));
        RunningPlatform.heard(client, MARK);
        return new Device(client);
    }

    /** What the application tells next, which has to be this. How others are is left out unless it is asked for. */
    public ReceivedFrame heard(String event) {
        ReceivedFrame frame = client.await();
        while (frame.event().startsWith("pusher")
                || frame.event().equals(MARK)
                || frame.event().equals(STATUS) && !event.equals(STATUS)) {
            frame = client.await();
        }
        if (!frame.event().equals(event)) {
            throw new AssertionError("Expected " + event + ", got " + frame);
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
