package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of WebSocket clients (RFC 6455 section 5), with permessage-deflate
 * (RFC 7692) where that was agreed to. Whole frames are unmasked and delivered where
 * they lie; only what is incomplete is copied. One serves all connections of a loop: between two calls it remembers nothing.
 */
final class WebSocketDecoder {
    /** The code of a Close frame without one. */
    static final int NO_CODE = 1005;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final int FIN = 0x80;
    private static final int RESERVED_BITS = 0x70;
    private static final int COMPRESSED = 0x40;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int LENGTH_IN_SHORT = 126;
    private static final int LENGTH_IN_LONG = 127;
    private static final int MAX_CONTROL_LENGTH = 125;
    private static final int KEY_LENGTH = 4;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final int maxMessageSize;
    private final @Nullable Inflation inflation;

    /** Of the frame that {@link #measure} saw last. */
    private int headerLength;

    private int payloadLength;
    private @Nullable CloseCode refusal;
    private boolean ended;

    /** @param maxMessageSize bytes of one message, all of its fragments together */
    WebSocketDecoder(int maxMessageSize) {
        this(maxMessageSize, null);
    }

    /** @param inflation inflates messages that are compressed; null if none may be */
    WebSocketDecoder(int maxMessageSize, @Nullable Inflation inflation) {
        this.maxMessageSize = maxMessageSize;
        this.inflation = inflation;
    }

    /**
     * Reads all frames that the bytes complete, and unmasks them in place.
     *
     * @param unfinished what the call before returned for this connection
     * @return what has to be kept for the next bytes, null if nothing
     */
    @Nullable
    UnfinishedInput decode(@Nullable UnfinishedInput unfinished, byte[] bytes, int from, int to, Frames frames) {
        UnfinishedInput kept = unfinished;
        ended = false;
        int at = from;
        if (kept != null && kept.frameLength() > 0) {
            at += complete(kept, bytes, from, to, frames);
        }
        while (at < to && !ended) {
            int size = measure(bytes, at, to - at, kept);
            if (refusal != null) {
                frames.refused(refusal);
                return null;
            }
            if (size > to - at) {
                kept = kept == null ? new UnfinishedInput() : kept;
                kept.addToFrame(bytes, at, to - at, size);
                return kept;
            }
            kept = deliver(bytes, at, kept, frames);
            at += size;
        }
        return ended || kept == null || kept.isEmpty() ? null : kept;
    }

    /** Goes on with the frame that was cut off. Returns how many bytes of the input belong to it. */
    private int complete(UnfinishedInput kept, byte[] bytes, int from, int to, Frames frames) {
        int at = from;
        while (true) {
            int size = measure(kept.frame(), 0, kept.frameLength(), kept);
            if (refusal != null) {
                ended = true;
                frames.refused(refusal);
                return at - from;
            }
            int missing = size - kept.frameLength();
            if (missing == 0) {
                byte[] frame = kept.frame();
                kept.dropFrame();
                deliver(frame, 0, kept, frames);
                return at - from;
            }
            int length = Math.min(missing, to - at);
            if (length == 0) {
                return at - from;
            }
            kept.addToFrame(bytes, at, length, size);
            at += length;
        }
    }

    /**
     * Reads as much of the header as there is.
     *
     * @return the size of the frame or, where its header is incomplete, more than there is: what has to be there to go on
     */
    private int measure(byte[] bytes, int at, int available, @Nullable UnfinishedInput kept) {
        refusal = null;
        if (available < 2) {
            return 2;
        }
        int length = bytes[at + 1] & LENGTH;
        refusal = refusalOf(bytes[at], bytes[at + 1], kept != null && kept.inMessage());
        headerLength =
                2 + KEY_LENGTH + (length < LENGTH_IN_SHORT ? 0 : length == LENGTH_IN_SHORT ? Short.BYTES : Long.BYTES);
        if (refusal != null || available < headerLength) {
            return headerLength;
        }
        long announced = length;
        if (length == LENGTH_IN_SHORT) {
            announced = (short) SHORTS.get(bytes, at + 2) & 0xffff;
            refusal = announced < LENGTH_IN_SHORT ? CloseCode.PROTOCOL_ERROR : null;
        } else if (length == LENGTH_IN_LONG) {
            announced = (long) LONGS.get(bytes, at + 2);
            refusal = announced <= 0xffff ? CloseCode.PROTOCOL_ERROR : null;
        }
        boolean control = (bytes[at] & CLOSE) != 0;
        int before = control || kept == null ? 0 : kept.messageLength();
        if (refusal == null && !control && announced > maxMessageSize - before) {
            refusal = CloseCode.TOO_LARGE;
        }
        payloadLength = refusal == null ? (int) announced : 0;
        return headerLength + payloadLength;
    }

    private @Nullable CloseCode refusalOf(byte first, byte second, boolean inMessage) {
        boolean last = (first & FIN) != 0;
        int reserved = first & RESERVED_BITS;
        boolean mayBeCompressed = inflation != null && ((first & OPCODE) == TEXT || (first & OPCODE) == BINARY);
        boolean lawful = (reserved == 0 || reserved == COMPRESSED && mayBeCompressed)
                && (second & MASKED) != 0
                && switch (first & OPCODE) {
                    case CONTINUATION -> inMessage;
                    case TEXT, BINARY -> !inMessage;
                    case CLOSE, PING, PONG -> last && (second & LENGTH) <= MAX_CONTROL_LENGTH;
                    default -> false;
                };
        if (!lawful) {
            return CloseCode.PROTOCOL_ERROR;
        }
        return (first & OPCODE) == BINARY ? CloseCode.UNSUPPORTED_DATA : null;
    }

    /** Unmasks and delivers the whole frame that was measured last. */
    private @Nullable UnfinishedInput deliver(byte[] bytes, int at, @Nullable UnfinishedInput kept, Frames frames) {
        int from = at + headerLength;
        int to = from + payloadLength;
        unmask(bytes, from, to, (int) INTS.get(bytes, from - KEY_LENGTH));
        boolean last = (bytes[at] & FIN) != 0;
        switch (bytes[at] & OPCODE) {
            case PING -> frames.ping(bytes, from, to);
            case PONG -> frames.pong();
            case CLOSE -> deliverClose(bytes, from, to, frames);
            case TEXT -> {
                boolean compressed = (bytes[at] & COMPRESSED) != 0;
                if (last) {
                    deliverMessage(bytes, from, to, compressed, frames);
                } else {
                    UnfinishedInput started = kept == null ? new UnfinishedInput() : kept;
                    started.setCompressed(compressed);
                    started.addFragment(bytes, from, payloadLength);
                    return started;
                }
            }
            default -> deliverFragment(bytes, from, last, kept, frames);
        }
        return kept;
    }

    private void deliverFragment(byte[] bytes, int from, boolean last, @Nullable UnfinishedInput kept, Frames frames) {
        if (kept == null) {
            throw new IllegalStateException("Continuation without a message, expected to be refused before");
        }
        kept.addFragment(bytes, from, payloadLength);
        if (last) {
            int length = kept.messageLength();
            deliverMessage(kept.takeMessage(), 0, length, kept.isCompressed(), frames);
        }
    }

    private void deliverMessage(byte[] bytes, int from, int to, boolean compressed, Frames frames) {
        if (!compressed || inflation == null) {
            deliverText(bytes, from, to, frames);
            return;
        }
        CloseCode code = inflation.inflate(bytes, from, to);
        if (code == null) {
            deliverText(inflation.message(), 0, inflation.length(), frames);
        } else {
            ended = true;
            frames.refused(code);
        }
    }

    private void deliverText(byte[] bytes, int from, int to, Frames frames) {
        if (Utf8.isValid(bytes, from, to)) {
            frames.text(bytes, from, to);
        } else {
            ended = true;
            frames.refused(CloseCode.INVALID_UTF8);
        }
    }

    private void deliverClose(byte[] bytes, int from, int to, Frames frames) {
        ended = true;
        if (from == to) {
            frames.closed(NO_CODE);
            return;
        }
        int code = to - from == 1 ? 0 : (short) SHORTS.get(bytes, from) & 0xffff;
        if (!mayBeSent(code)) {
            frames.refused(CloseCode.PROTOCOL_ERROR);
        } else if (!Utf8.isValid(bytes, from + Short.BYTES, to)) {
            frames.refused(CloseCode.INVALID_UTF8);
        } else {
            frames.closed(code);
        }
    }

    /** Section 7.4 and the registry it refers to: 1004 to 1006 and 1015 never appear on the wire. */
    private static boolean mayBeSent(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }

    private static void unmask(byte[] bytes, int from, int to, int key) {
        if (key == 0) {
            return;
        }
        long wideKey = (long) key << Integer.SIZE | key & 0xffff_ffffL;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ wideKey);
        }
        for (int shift = Integer.SIZE - Byte.SIZE; at < to; at++, shift -= Byte.SIZE) {
            bytes[at] ^= (byte) (key >>> shift);
        }
    }
}
