package dev.fanfare.server.doctor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What comes first on a WebSocket connection.
 *
 * @param text null if nothing does
 * @param refusedWith the status of an answer that is no handshake; 0 if there was none
 * @param failure why there is no text
 */
record FirstFrame(@Nullable String text, int refusedWith, String failure) {
    static FirstFrame of(HttpClient client, URI address) {
        CompletableFuture<String> first = new CompletableFuture<>();
        try {
            WebSocket connection = client.newWebSocketBuilder()
                    .connectTimeout(Asking.PATIENCE)
                    .buildAsync(address, new Listener(first))
                    .get(Asking.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            String text = first.get(Asking.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            connection.abort();
            return new FirstFrame(text, 0, "");
        } catch (ExecutionException e) {
            int status = e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
            return new FirstFrame(null, status, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return new FirstFrame(null, 0, "nothing within " + Asking.PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FirstFrame(null, 0, "interrupted");
        }
    }

    private record Listener(CompletableFuture<String> first) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket connection, CharSequence text, boolean last) {
            first.complete(text.toString());
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket connection, int code, String reason) {
            first.completeExceptionally(new IllegalStateException("closed with " + code + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket connection, Throwable error) {
            first.completeExceptionally(error);
        }
    }
}
