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
    /** By which proxies say for whom they speak. */
    private static final byte[] FORWARDED_FOR = "x-forwarded-for".getBytes(US_ASCII);

    private static final byte[] FORWARDED = "forwarded".getBytes(US_ASCII);
    private static final byte[] REAL_IP = "x-real-ip".getBytes(US_ASCII);
    /** These change what a request means, or are for nobody who publishes. */
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes(US_ASCII);

    private static final byte[] EXPECT = "expect".getBytes(US_ASCII);
    private static final byte[] UPGRADE = "upgrade".getBytes(US_ASCII);
    private static final byte[] AUTHORIZATION = "authorization".getBytes(US_ASCII);

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

    /** Looks at a header by the length of its name first, because most names have another one than those that matter. */
    private boolean isUsual(int name, int colon, int valueEnd) {
        return switch (colon - name) {
            case 6 -> !isIgnoringCase(EXPECT, name);
            case 7 -> !isIgnoringCase(UPGRADE, name);
            case 9 -> {
                forwarded |= isIgnoringCase(FORWARDED, name) || isIgnoringCase(REAL_IP, name);
                yield true;
            }
            case 10 -> !isIgnoringCase(CONNECTION, name) || isKeepAlive(colon + 1, valueEnd);
            case 12 -> {
                if (isIgnoringCase(REQUEST_ID, name)) {
                    int value = skipSpace(colon + 1, valueEnd);
                    requestId = new String(bytes, value, valueEnd - value, ISO_8859_1);
                }
                yield true;
            }
            case 13 -> !isIgnoringCase(AUTHORIZATION, name);
            case 14 -> !isIgnoringCase(CONTENT_LENGTH, name) || readContentLength(colon + 1, valueEnd);
            case 15 -> {
                forwarded |= isIgnoringCase(FORWARDED_FOR, name);
                yield true;
            }
            case 17 -> {
                if (isIgnoringCase(FORWARDED_PROTO, name)) {
                    forwardedOverTls = Peer.namesTls(new String(bytes, colon + 1, valueEnd - colon - 1, ISO_8859_1));
                    yield true;
                }
                yield !isIgnoringCase(TRANSFER_ENCODING, name);
            }
            default -> true;
        };
    }

    private boolean readContentLength(int from, int to) {
        contentLength = contentLength == ABSENT ? number(from, to) : UNUSUAL;
        return contentLength >= 0;
    }

    private boolean isKeepAlive(int from, int to) {
        int value = skipSpace(from, to);
        return to - value == KEEP_ALIVE.length && isIgnoringCase(KEEP_ALIVE, value);
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
