package dev.fanfare.benchmarks.platform;

import dev.fanfare.benchmarks.load.LoadFailure;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client that is subscribed to one conversation, as a user's browser would be, on a connection of its own. */
final class Hearer implements AutoCloseable {
    private static final Pattern SOCKET_ID = Pattern.compile("socket_id\\\\\":\\\\\"([0-9.]+)");
    private static final long LONGEST_SECONDS = 15;

    /** Takes texts of {@code message:new} frames with the time of their arrival, on the connection's thread. */
    interface Listener {
        void heard(String frame, long nanos);
    }

    private final BlockingQueue<String> protocol = new ArrayBlockingQueue<>(100);
    private final WebSocket socket;

    private Hearer(PlatformApi user, Listener listener) {
        HttpClient http = HttpClient.newHttpClient();
        socket = http.newWebSocketBuilder()
                .buildAsync(user.realtime(), new Frames(protocol, listener))
                .join();
    }

    /** Subscribes, and returns when the server has confirmed it. */
    static Hearer of(PlatformApi user, String conversation, Listener listener) {
        Hearer hearer = new Hearer(user, listener);
        Matcher socketId = SOCKET_ID.matcher(hearer.await("pusher:connection_established"));
        if (!socketId.find()) {
            throw new LoadFailure("The server gave no socket_id");
        }
        String channel = "private-conversation-" + conversation;
        String auth = user.json(
                        "/api/pusher/auth",
                        "{\"socket_id\":\"" + socketId.group(1) + "\",\"channel_name\":\"" + channel + "\"}")
                .path("auth")
                .asString();
        hearer.socket
                .sendText(
                        "{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channel + "\",\"auth\":"
                                + JsonMapper.shared().writeValueAsString(auth) + "}}",
                        true)
                .join();
        hearer.await("pusher_internal:subscription_succeeded");
        return hearer;
    }

    private String await(String event) {
        try {
            String frame = protocol.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            while (frame != null && !frame.contains(event)) {
                frame = protocol.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
            if (frame == null) {
                throw new LoadFailure("The server sent no " + event);
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Interrupted");
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts frames together; called by one thread at a time. */
    private static final class Frames implements WebSocket.Listener {
        private static final String MESSAGE = "\"message:new\"";
        private static final String PROTOCOL = "\"pusher";
        private static final int START = 64;

        private final BlockingQueue<String> protocol;
        private final Listener listener;
        private final StringBuilder frame = new StringBuilder();

        Frames(BlockingQueue<String> protocol, Listener listener) {
            this.protocol = protocol;
            this.listener = listener;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
            long now = System.nanoTime();
            frame.append(part);
            if (isLast) {
                String text = frame.toString();
                frame.setLength(0);
                String start = text.substring(0, Math.min(START, text.length()));
                if (start.contains(MESSAGE)) {
                    listener.heard(text, now);
                } else if (start.contains(PROTOCOL)) {
                    protocol.add(text);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
