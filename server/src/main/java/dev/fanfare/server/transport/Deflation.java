package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Slices;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Compresses text frames (RFC 7692 section 7.2.1), each by itself and once for all connections of the loop that are sent it
 * in one turn. Owned by a loop, which has one.
 */
final class Deflation {
    /** Shorter texts rarely get shorter. */
    private static final int SMALLEST_TEXT = 64;

    private static final int FIRST_BYTE = 0xc1;
    private static final byte[] AS_IT_IS = {};
    /** The end of each message, which is not sent. */
    private static final int TAIL = 4;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final Map<NativeFrameBuffer, Turn> turns = new IdentityHashMap<>();
    private byte[] scratch = new byte[1024];

    /** The compressed frames of a buffer until it is cleared, by their position. */
    private static final class Turn {
        final Map<Integer, byte[]> frames = new HashMap<>();
        int clearings;
    }

    /** Copies all frames to the target, those compressed that get shorter by it. */
    void copy(Slices slices, ByteBuf target) {
        for (int i = 0; i < slices.count(); i++) {
            NativeFrameBuffer buffer = (NativeFrameBuffer) slices.buffer(i);
            Map<Integer, byte[]> known = framesOf(buffer);
            ByteBuffer bytes = buffer.bytes();
            int end = 0;
            for (int at = slices.from(i); at < slices.to(i); at = end) {
                end = ServerFrames.endOfFrame(bytes, at);
                byte[] frame = known.get(at);
                if (frame == null) {
                    frame = compressed(bytes, at, end);
                    known.put(at, frame);
                }
                if (frame == AS_IT_IS) {
                    target.writeBytes(bytes.slice(at, end - at));
                } else {
                    target.writeBytes(frame);
                }
            }
        }
    }

    private Map<Integer, byte[]> framesOf(NativeFrameBuffer buffer) {
        Turn turn = turns.computeIfAbsent(buffer, _ -> new Turn());
        if (turn.clearings != buffer.clearings()) {
            turn.clearings = buffer.clearings();
            turn.frames.clear();
        }
        return turn.frames;
    }

    private byte[] compressed(ByteBuffer bytes, int at, int end) {
        int text = at + ServerFrames.headerLength(bytes, at);
        int length = end - text;
        if (length < SMALLEST_TEXT) {
            return AS_IT_IS;
        }
        int room = ServerFrames.MAX_HEADER_LENGTH + length + TAIL;
        if (scratch.length < room) {
            scratch = new byte[room];
        }
        deflater.reset();
        deflater.setInput(bytes.slice(text, length));
        int deflated = deflater.deflate(scratch, ServerFrames.MAX_HEADER_LENGTH, length + TAIL, Deflater.SYNC_FLUSH);
        int payload = deflated - TAIL;
        if (payload >= length) {
            return AS_IT_IS;
        }
        byte[] frame = new byte[ServerFrames.MAX_HEADER_LENGTH + payload];
        int header = ServerFrames.putTextHeader(ByteBuffer.wrap(frame), 0, payload);
        frame[0] = (byte) FIRST_BYTE;
        System.arraycopy(scratch, ServerFrames.MAX_HEADER_LENGTH, frame, header, payload);
        return Arrays.copyOf(frame, header + payload);
    }

    void free() {
        deflater.end();
    }
}
