package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.ConnectionRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server's half of RFC 6455 section 4.2. The only extension is permessage-deflate, if it is switched on. */
final class Handshake {
    static final String VERSION = "13";

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");
    private static final Pattern SUBPROTOCOL = Pattern.compile("pusher-channels-protocol-[0-9]+");

    private Handshake() {}

    static boolean isAskedFor(HttpRequest request) {
        return request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /** Why a request that asks for a WebSocket cannot have one, null if it can. */
    static @Nullable HttpRefusal refusalOf(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!request.method().equals(HttpMethod.GET)) {
            return malformed("Method has to be GET for a WebSocket handshake");
        }
        if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            return malformed("Version has to be HTTP/1.1 for a WebSocket handshake");
        }
        if (!headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
            return malformed("Header Connection has to contain Upgrade: does a proxy remove it?");
        }
        if (!VERSION.equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            return new HttpRefusal(
                    HttpResponseStatus.UPGRADE_REQUIRED, "Header Sec-WebSocket-Version has to be " + VERSION);
        }
        String key = headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        if (key == null || !KEY.matcher(key).matches()) {
            return malformed("Header Sec-WebSocket-Key has to be 16 bytes in Base64");
        }
        return null;
    }

    private static HttpRefusal malformed(String message) {
        return new HttpRefusal(HttpResponseStatus.BAD_REQUEST, message);
    }

    static ConnectionRequest connectionRequest(HttpRequest request, String pathPrefix, boolean secure) {
        RequestTarget target = RequestTarget.of(request.uri(), pathPrefix);
        return new ConnectionRequest(
                target.appKey(), target.protocol(), request.headers().get(HttpHeaderNames.ORIGIN), secure);
    }

    /** The extension that can be agreed to, as the response names it; null if none is offered. */
    static @Nullable String extension(HttpRequest request) {
        return DeflateOffer.accept(request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
    }

    /**
     * The whole response to a request that is not refused.
     *
     * @param extension what is agreed to, null if nothing is
     * @param sha1 not in use; it is reset by this call
     */
    static byte[] response(HttpRequest request, @Nullable String extension, MessageDigest sha1) {
        String key = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        byte[] hash = sha1.digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
        String subprotocol = subprotocol(request.headers());
        String response = "HTTP/1.1 101 Switching Protocols\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n"
                + (subprotocol == null ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n")
                + (extension == null ? "" : "Sec-WebSocket-Extensions: " + extension + "\r\n")
                + "\r\n";
        return response.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Apple's client fails the connection if it offers subprotocols and none of them is chosen. */
    private static @Nullable String subprotocol(HttpHeaders headers) {
        for (String line : headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)) {
            for (String offered : line.split(",")) {
                if (SUBPROTOCOL.matcher(offered.strip()).matches()) {
                    return offered.strip();
                }
            }
        }
        return null;
    }
}
