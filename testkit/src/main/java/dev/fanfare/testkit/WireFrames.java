package dev.fanfare.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WebSocket framing, RFC 6455 section 5: masked for what a client sends, strict about what a server sends. */
final class WireFrames {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

    private WireFrames() {}

    /** A whole message in one masked frame. */
    static byte[] encode(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i & 3]));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    static byte[] closePayload(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .array();
    }

    /** Reads the next message or control frame; blocks. */
    static Received read(DataInputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int head = in.readUnsignedByte();
            int opcode = head & 0x0f;
            byte[] payload = readPayload(in);
            if (opcode >= CLOSE) {
                return control(opcode, payload);
            }
            if (opcode == BINARY) {
                throw new IOException(
                        "The server sent a binary frame of " + payload.length + " bytes, expected text only");
            }
            message.write(payload);
            if ((head & 0x80) != 0) {
                return new Received.Text(ReceivedFrame.of(utf8(message.toByteArray())));
            }
        }
    }

    private static byte[] readPayload(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte();
        if (length >= 128) {
            throw new IOException("The server sent a masked frame, expected none (RFC 6455 section 5.1)");
        }
        long size = length < 126 ? length : length == 126 ? in.readUnsignedShort() : in.readLong();
        return in.readNBytes(Math.toIntExact(size));
    }

    private static Received control(int opcode, byte[] payload) throws IOException {
        return switch (opcode) {
            case PING -> new Received.Ping(utf8(payload));
            case PONG -> new Received.Pong(utf8(payload));
            case CLOSE ->
                payload.length < 2
                        ? new Received.Close(1005, "")
                        : new Received.Close(
                                ByteBuffer.wrap(payload).getShort() & 0xffff,
                                utf8(Arrays.copyOfRange(payload, 2, payload.length)));
            default -> throw new IOException("The server sent opcode " + opcode);
        };
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
