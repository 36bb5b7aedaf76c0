package dev.fanfare.server.api;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** An answer as bytes: status line, headers, JSON. Immutable. */
final class Response {
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] END_OF_HEAD = ascii("\r\n");

    static final Response EMPTY_OBJECT = json(200, new JsonText().raw("{}"));
    /** Lets a client send the body that it asked about. Followed by another answer. */
    static final Response CONTINUE = new Response("HTTP/1.1 100 Continue\r\n", new byte[0]);

    private final byte[] bytes;
    private final int headLength;

    private Response(String head, byte[] body) {
        headLength = head.length();
        bytes = new byte[headLength + END_OF_HEAD.length + body.length];
        System.arraycopy(ascii(head), 0, bytes, 0, headLength);
        System.arraycopy(END_OF_HEAD, 0, bytes, headLength, END_OF_HEAD.length);
        System.arraycopy(body, 0, bytes, headLength + END_OF_HEAD.length, body.length);
    }

    static Response json(int status, JsonText json) {
        return json(status, json, "");
    }

    /** @param headers whole lines */
    static Response json(int status, JsonText json, String headers) {
        byte[] body = json.bytes();
        String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\nContent-Type: application/json\r\n"
                + headers + "Content-Length: " + body.length + "\r\n";
        return new Response(head, body);
    }

    void writeTo(ByteBuf out, Persistence persistence, boolean withBody) {
        int end = withBody ? bytes.length : headLength + END_OF_HEAD.length;
        switch (persistence) {
            case IMPLIED -> out.writeBytes(bytes, 0, end);
            case KEEP_ALIVE -> writeTo(out, KEEP_ALIVE, end);
            case CLOSE -> writeTo(out, CLOSE, end);
        }
    }

    private void writeTo(ByteBuf out, byte[] header, int end) {
        out.writeBytes(bytes, 0, headLength).writeBytes(header).writeBytes(bytes, headLength, end - headLength);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
