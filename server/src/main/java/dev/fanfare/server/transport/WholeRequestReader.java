package dev.fanfare.server.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests that need no thought, and no others: what is incomplete, unusual or wrong in any way is left to Netty's
 * decoder, untouched. One pass over the bytes instead of an object for each header. Owned by one loop. Source: RFC 9112.
 */
final class WholeRequestReader {
    private static final byte[] POST = "POST ".getBytes(US_ASCII);
    private static final byte[] GET = "GET ".getBytes(US_ASCII);
    private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length".getBytes(US_ASCII);
    private static final byte[] CONNECTION = "connection".getBytes(US_ASCII);
    private static final byte[] KEEP_ALIVE = "keep-alive".getBytes(US_ASCII);
    private static final byte[] FORWARDED_PROTO = "x-forwarded-proto".getBytes(US_ASCII);
    private static final byte[] REQUEST_ID = "x-request-id".getBytes(US_ASCII);
    /** Headers by which proxies say for whom they speak. */
    private static final byte[][] FORWARDED = {
        "x-forwarded-for".getBytes(US_ASCII), "forwarded".getBytes(US_ASCII), "x-real-ip".getBytes(US_ASCII)
    };
    /** Headers that change what a request means. */
    private static final byte[][] SPECIAL = {
        "transfer-encoding".getBytes(US_ASCII),
        "expect".getBytes(US_ASCII),
        "upgrade".getBytes(US_ASCII),
        "authorization".getBytes(US_ASCII)
    };

    /** What is looked at first, so that a long pipeline is not copied again for each of its requests. */
    private static final int USUAL_SIZE = 1024;

    private static final int MAX_LENGTH_DIGITS = 7;
    private static final int ABSENT = -1;
    private static final int UNUSUAL = -2;
    private static final boolean[] TOKEN = new boolean[128];

    static {
        String characters = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        characters.chars().forEach(c -> TOKEN[c] = true);
    }

    private final byte[] scratch;
    private final int maxHeaderSize;
    private byte[] bytes;
    private int end;
    private int at;
    private int contentLength;
    private boolean incomplete;
    private boolean forwardedOverTls;
    private boolean forwarded;
    private @Nullable String requestId;

    /** @param size bytes that a request may have, with its body, to be read here */
    WholeRequestReader(int size, int maxHeaderSize) {
        scratch = new byte[size];
        bytes = scratch;
        this.maxHeaderSize = maxHeaderSize;
    }

    /** Takes a request from the buffer, or nothing and returns null. */
    @Nullable
    WholeRequest read(ByteBuf buffer) {
        int available = Math.min(buffer.readableBytes(), scratch.length);
        WholeRequest request = read(buffer, Math.min(available, USUAL_SIZE));
        return request == null && available > USUAL_SIZE ? read(buffer, available) : request;
    }

    private @Nullable WholeRequest read(ByteBuf buffer, int length) {
        buffer.getBytes(buffer.readerIndex(), scratch, 0, length);
        WholeRequest request = read(scratch, 0, length);
        if (request != null) {
            buffer.skipBytes(at);
        }
        return request;
    }

    /** Reads a request from the bytes; null if there is none of the kind. */
    @Nullable
    WholeRequest read(byte[] input, int from, int to) {
        bytes = input;
        end = to;
        incomplete = false;
        boolean post = startsWith(POST, from);
        if (!post && !startsWith(GET, from)) {
            return null;
        }
        int target = from + (post ? POST.length : GET.length);
        int targetEnd = target;
        while (targetEnd < end && bytes[targetEnd] > ' ' && bytes[targetEnd] != 0x7f) {
            targetEnd++;
        }
        if (targetEnd == target || !startsWith(VERSION, targetEnd)) {
            return null;
        }
        at = targetEnd + VERSION.length;
        if (!readHeaders() || at - from > maxHeaderSize) {
            return null;
        }
        int body = at;
        at += Math.max(contentLength, 0);
        if (at > end) {
            incomplete = at - from <= scratch.length;
            return null;
        }
        return new WholeRequest(
                post ? "POST" : "GET",
                new String(bytes, target, targetEnd - target, ISO_8859_1),
                forwardedOverTls,
                forwarded,
                requestId,
                Arrays.copyOfRange(bytes, body, at));
    }

    /** The position behind the request that was read last. */
    int position() {
        return at;
    }

    /** Whether no request was read because its end is missing. */
    boolean isIncomplete() {
        return incomplete;
    }

    private boolean readHeaders() {
        contentLength = ABSENT;
        forwardedOverTls = false;
        forwarded = false;
        requestId = null;
        while (at + 1 < end) {
            if (bytes[at] == '\r') {
                at += 2;
                return bytes[at - 1] == '\n';
            }
            if (!readHeader()) {
                return false;
            }
        }
        incomplete = true;
        return false;
    }

    private boolean readHeader() {
        int name = at;
        int colon = name;
        while (colon < end && bytes[colon] >= 0 && TOKEN[bytes[colon]]) {
            colon++;
        }
        if (colon == name || colon == end || bytes[colon] != ':') {
            incomplete = colon == end;
            return false;
        }
        int valueEnd = colon + 1;
        while (valueEnd < end && isText(bytes[valueEnd])) {
            valueEnd++;
        }
        if (valueEnd + 1 >= end) {
            incomplete = true;
            return false;
        }
        if (bytes[valueEnd] != '\r' || bytes[valueEnd + 1] != '\n') {
            return false;
        }
        at = valueEnd + 2;
        return isUsual(name, colon, valueEnd);
    }

    private static boolean isText(byte b) {
        return b >= ' ' && b != 0x7f || b == '\t';
    }

    private boolean isUsual(int name, int colon, int valueEnd) {
        int length = colon - name;
        if (length == CONTENT_LENGTH.length && isIgnoringCase(CONTENT_LENGTH, name)) {
            contentLength = contentLength == ABSENT ? number(colon + 1, valueEnd) : UNUSUAL;
            return contentLength >= 0;
        }
        if (length == CONNECTION.length && isIgnoringCase(CONNECTION, name)) {
            int value = skipSpace(colon + 1, valueEnd);
            return valueEnd - value == KEEP_ALIVE.length && isIgnoringCase(KEEP_ALIVE, value);
        }
        if (length == FORWARDED_PROTO.length && isIgnoringCase(FORWARDED_PROTO, name)) {
            forwardedOverTls = Peer.namesTls(new String(bytes, colon + 1, valueEnd - colon - 1, ISO_8859_1));
            return true;
        }
        if (length == REQUEST_ID.length && isIgnoringCase(REQUEST_ID, name)) {
            int value = skipSpace(colon + 1, valueEnd);
            requestId = new String(bytes, value, valueEnd - value, ISO_8859_1);
            return true;
        }
        forwarded |= isOneOf(FORWARDED, name, length);
        return !isOneOf(SPECIAL, name, length);
    }

    private boolean isOneOf(byte[][] names, int name, int length) {
        for (byte[] one : names) {
            if (length == one.length && isIgnoringCase(one, name)) {
                return true;
            }
        }
        return false;
    }

    private int number(int from, int to) {
        int start = skipSpace(from, to);
        if (start == to || to - start > MAX_LENGTH_DIGITS) {
            return UNUSUAL;
        }
        int number = 0;
        for (int i = start; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return UNUSUAL;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private int skipSpace(int from, int to) {
        int start = from;
        while (start < to && (bytes[start] == ' ' || bytes[start] == '\t')) {
            start++;
        }
        return start;
    }

    private boolean startsWith(byte[] text, int from) {
        int length = Math.min(text.length, end - from);
        boolean equal = Arrays.equals(bytes, from, from + length, text, 0, length);
        incomplete = equal && length < text.length;
        return equal && length == text.length;
    }

    /** @param lowerCase letters and hyphens; the caller has compared the lengths */
    private boolean isIgnoringCase(byte[] lowerCase, int from) {
        for (int i = 0; i < lowerCase.length; i++) {
            if ((bytes[from + i] | 0x20) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }
}
