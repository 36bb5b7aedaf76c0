package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The frames that a server sends, as bytes: unmasked, never in fragments (RFC 6455 section 5.2). */
final class ServerFrames {
    static final int MAX_HEADER_LENGTH = 10;
    static final int MAX_CONTROL_LENGTH = 2 + 125;

    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final byte FINAL_CLOSE = (byte) 0x88;
    private static final byte FINAL_PING = (byte) 0x89;
    private static final byte FINAL_PONG = (byte) 0x8a;
    private static final byte LENGTH_IN_SHORT = 126;
    private static final byte LENGTH_IN_LONG = 127;

    private static final byte[] PING = {FINAL_PING, 0};
    private static final byte[] CLOSE_WITHOUT_CODE = {FINAL_CLOSE, 0};

    private ServerFrames() {}

    /** Writes the header of a text frame. Returns the position behind it. */
    static int putTextHeader(ByteBuffer bytes, int at, int length) {
        bytes.put(at, FINAL_TEXT);
        if (length < LENGTH_IN_SHORT) {
            bytes.put(at + 1, (byte) length);
            return at + 2;
        }
        if (length <= 0xffff) {
            bytes.put(at + 1, LENGTH_IN_SHORT).putShort(at + 2, (short) length);
            return at + 2 + Short.BYTES;
        }
        bytes.put(at + 1, LENGTH_IN_LONG).putLong(at + 2, length);
        return at + 2 + Long.BYTES;
    }

    static int headerLength(ByteBuffer bytes, int at) {
        int length = bytes.get(at + 1);
        return 2 + (length < LENGTH_IN_SHORT ? 0 : length == LENGTH_IN_SHORT ? Short.BYTES : Long.BYTES);
    }

    /** Where the frame that begins at the position ends. */
    static int endOfFrame(ByteBuffer bytes, int at) {
        int length = bytes.get(at + 1);
        if (length < LENGTH_IN_SHORT) {
            return at + 2 + length;
        }
        return length == LENGTH_IN_SHORT
                ? at + 2 + Short.BYTES + (bytes.getShort(at + 2) & 0xffff)
                : (int) (at + 2 + Long.BYTES + bytes.getLong(at + 2));
    }

    /** @return shared: not to be changed */
    static byte[] ping() {
        return PING;
    }

    static byte[] close(CloseCode code) {
        byte[] reason = code.reason().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + Short.BYTES + reason.length)
                .put(FINAL_CLOSE)
                .put((byte) (Short.BYTES + reason.length))
                .putShort((short) code.code())
                .put(reason)
                .array();
    }

    /** The answer to a peer's Close frame. */
    static byte[] close(int code) {
        return code == WebSocketDecoder.NO_CODE
                ? CLOSE_WITHOUT_CODE
                : new byte[] {FINAL_CLOSE, Short.BYTES, (byte) (code >>> Byte.SIZE), (byte) code};
    }

    /** Writes a pong. Returns the position behind it. */
    static int putPong(byte[] target, int at, byte[] payload, int from, int to) {
        target[at] = FINAL_PONG;
        target[at + 1] = (byte) (to - from);
        System.arraycopy(payload, from, target, at + 2, to - from);
        return at + 2 + to - from;
    }
}
