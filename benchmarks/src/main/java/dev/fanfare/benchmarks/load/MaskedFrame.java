package dev.fanfare.benchmarks.load;

import java.nio.ByteBuffer;

/** Encodes WebSocket frames from client to server, masked as RFC 6455 §5.3 asks for. */
final class MaskedFrame {
    private static final int MASK = 0x5ac3_3c99;
    private static final int MASKED = 0x80;
    private static final int FINAL = 0x80;

    private MaskedFrame() {}

    static ByteBuffer of(int opcode, byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(body.length + 14).put((byte) (FINAL | opcode));
        if (body.length < 126) {
            frame.put((byte) (MASKED | body.length));
        } else if (body.length < 1 << 16) {
            frame.put((byte) (MASKED | 126)).putShort((short) body.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(body.length);
        }
        frame.putInt(MASK);
        int at = 0;
        for (; at + 4 <= body.length; at += 4) {
            frame.putInt(word(body, at) ^ MASK);
        }
        for (; at < body.length; at++) {
            frame.put((byte) (body[at] ^ (MASK >>> (24 - 8 * (at & 3)))));
        }
        return frame.flip();
    }

    private static int word(byte[] body, int at) {
        return body[at] << 24 | (body[at + 1] & 0xff) << 16 | (body[at + 2] & 0xff) << 8 | (body[at + 3] & 0xff);
    }
}
