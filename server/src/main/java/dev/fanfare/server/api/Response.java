package dev.fanfare.server.api;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer as bytes: status line, headers, body. Immutable. */
final class Response {
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] REQUEST_ID = ascii("X-Request-Id: ");
    private static final byte[] END_OF_LINE = ascii("\r\n");
    private static final String JSON = "application/json";

    static final Response EMPTY_OBJECT = json(200, new JsonText().raw("{}"));
    /** Lets a client send the body that it asked about. Followed by another answer. */
    static final Response CONTINUE = new Response(100, "HTTP/1.1 100 Continue\r\n", new byte[0]);

    private final int status;
    private final byte[] bytes;
    private final int headLength;

    private Response(int status, String head, byte[] body) {
        this.status = status;
        headLength = head.length();
        bytes = new byte[headLength + END_OF_LINE.length + body.length];
        System.arraycopy(ascii(head), 0, bytes, 0, headLength);
        System.arraycopy(END_OF_LINE, 0, bytes, headLength, END_OF_LINE.length);
        System.arraycopy(body, 0, bytes, headLength + END_OF_LINE.length, body.length);
    }

    static Response json(int status, JsonText json) {
        return json(status, json, "");
    }

    /** @param headers whole lines */
    static Response json(int status, JsonText json, String headers) {
        return of(status, JSON, headers, json.bytes());
    }

    static Response of(int status, String contentType, byte[] body) {
        return of(status, contentType, "", body);
    }

    private static Response of(int status, String contentType, String headers, byte[] body) {
        String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\nContent-Type: " + contentType + "\r\n"
                + headers + "Content-Length: " + body.length + "\r\n";
        return new Response(status, head, body);
    }

    int status() {
        return status;
    }

    /** @param requestId what the request is called, null if nobody asked */
    void writeTo(ByteBuf out, Persistence persistence, boolean withBody, @Nullable String requestId) {
        int end = withBody ? bytes.length : headLength + END_OF_LINE.length;
        if (persistence == Persistence.IMPLIED && requestId == null) {
            out.writeBytes(bytes, 0, end);
            return;
        }
        out.writeBytes(bytes, 0, headLength);
        if (persistence != Persistence.IMPLIED) {
            out.writeBytes(persistence == Persistence.CLOSE ? CLOSE : KEEP_ALIVE);
        }
        if (requestId != null) {
            out.writeBytes(REQUEST_ID).writeBytes(ascii(requestId)).writeBytes(END_OF_LINE);
        }
        out.writeBytes(bytes, headLength, end - headLength);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
