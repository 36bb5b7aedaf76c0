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
    /** Headers that change what a request means. */
    private static final byte[][] SPECIAL = {
        "transfer-encoding".getBytes(US_ASCII), "expect".getBytes(US_ASCII), "upgrade".getBytes(US_ASCII)
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

    private final byte[] bytes;
    private final int maxHeaderSize;
    private int end;
    private int at;
    private int contentLength;

    /** @param size bytes that a request may have, with its body, to be read here */
    WholeRequestReader(int size, int maxHeaderSize) {
        bytes = new byte[size];
        this.maxHeaderSize = maxHeaderSize;
    }

    /** Takes a request from the buffer, or nothing and returns null. */
    @Nullable
    WholeRequest read(ByteBuf buffer) {
        int available = Math.min(buffer.readableBytes(), bytes.length);
        WholeRequest request = read(buffer, Math.min(available, USUAL_SIZE));
        return request == null && available > USUAL_SIZE ? read(buffer, available) : request;
    }

    private @Nullable WholeRequest read(ByteBuf buffer, int length) {
        end = length;
        buffer.getBytes(buffer.readerIndex(), bytes, 0, end);
        boolean post = startsWith(POST, 0);
        if (!post && !startsWith(GET, 0)) {
            return null;
        }
        int target = post ? POST.length : GET.length;
        int targetEnd = target;
        while (targetEnd < end && bytes[targetEnd] > ' ' && bytes[targetEnd] != 0x7f) {
            targetEnd++;
        }
        if (targetEnd == target || !startsWith(VERSION, targetEnd)) {
            return null;
        }
        at = targetEnd + VERSION.length;
        if (!readHeaders() || at > maxHeaderSize) {
            return null;
        }
        int body = Math.max(contentLength, 0);
        if (body > end - at) {
            return null;
        }
        buffer.skipBytes(at + body);
        return new WholeRequest(
                post ? "POST" : "GET",
                new String(bytes, target, targetEnd - target, ISO_8859_1),
                Arrays.copyOfRange(bytes, at, at + body));
    }

    private boolean readHeaders() {
        contentLength = ABSENT;
        while (at + 1 < end) {
            if (bytes[at] == '\r') {
                at += 2;
                return bytes[at - 1] == '\n';
            }
            if (!readHeader()) {
                return false;
            }
        }
        return false;
    }

    private boolean readHeader() {
        int name = at;
        int colon = name;
        while (colon < end && bytes[colon] >= 0 && TOKEN[bytes[colon]]) {
            colon++;
        }
        if (colon == name || colon == end || bytes[colon] != ':') {
            return false;
        }
        int valueEnd = colon + 1;
        while (valueEnd < end && isText(bytes[valueEnd])) {
            valueEnd++;
        }
        if (valueEnd + 1 >= end || bytes[valueEnd] != '\r' || bytes[valueEnd + 1] != '\n') {
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
        for (byte[] special : SPECIAL) {
            if (length == special.length && isIgnoringCase(special, name)) {
                return false;
            }
        }
        return true;
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
        return end - from >= text.length && Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
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
