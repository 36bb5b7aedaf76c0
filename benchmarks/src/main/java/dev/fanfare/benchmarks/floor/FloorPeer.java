package dev.fanfare.benchmarks.floor;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.FrameReader;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.protocol.Trigger;
import dev.fanfare.protocol.TriggerException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One socket of the floor: HTTP until it is upgraded, WebSocket frames then. */
final class FloorPeer {
    private static final Trigger.Limits LIMITS = new Trigger.Limits(200, 200, 1 << 20, 100, 10);
    private static final byte[] DONE =
            ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

    private final SelectionKey key;
    private final FloorChannels channels;
    private final int id;
    private final Consumer<FloorPeer> becameDue;
    private final List<byte[]> queue = new ArrayList<>();
    private int written;
    private boolean due;
    private boolean upgraded;
    private byte @Nullable [] rest;

    /** @param becameDue called when the first frame is queued */
    FloorPeer(SelectionKey key, FloorChannels channels, int id, Consumer<FloorPeer> becameDue) {
        this.key = key;
        this.channels = channels;
        this.id = id;
        this.becameDue = becameDue;
    }

    SelectionKey key() {
        return key;
    }

    /** A text frame as it goes to a client. */
    static byte[] frame(byte[] text) {
        ByteBuffer frame = ByteBuffer.allocate(text.length + (text.length < 126 ? 2 : text.length < 1 << 16 ? 4 : 10));
        frame.put((byte) 0x81);
        if (text.length < 126) {
            frame.put((byte) text.length);
        } else if (text.length < 1 << 16) {
            frame.put((byte) 126).putShort((short) text.length);
        } else {
            frame.put((byte) 127).putLong(text.length);
        }
        return frame.put(text).array();
    }

    /** Queues bytes for the end of the turn. The array is shared. */
    void send(byte[] bytes) {
        queue.add(bytes);
        if (!due) {
            due = true;
            becameDue.accept(this);
        }
    }

    void flush(ByteBuffer output) throws IOException {
        due = false;
        while (!queue.isEmpty()) {
            int whole = 0;
            output.clear();
            output.put(queue.getFirst(), written, Math.min(queue.getFirst().length - written, output.remaining()));
            while (++whole < queue.size() && queue.get(whole).length <= output.remaining()) {
                output.put(queue.get(whole));
            }
            ((SocketChannel) key.channel()).write(output.flip());
            drop(output.position());
            if (output.hasRemaining()) {
                due = true; // written on when the socket says so
                key.interestOpsOr(SelectionKey.OP_WRITE);
                return;
            }
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private void drop(int bytes) {
        int left = written + bytes;
        int whole = 0;
        while (whole < queue.size() && left >= queue.get(whole).length) {
            left -= queue.get(whole++).length;
        }
        queue.subList(0, whole).clear();
        written = left;
    }

    void read(ByteBuffer input) throws IOException {
        input.clear();
        if (rest != null) {
            input.put(rest);
            rest = null;
        }
        if (((SocketChannel) key.channel()).read(input) < 0) {
            throw new EOFException();
        }
        int end = input.position();
        int from = 0;
        for (int next = part(input, 0, end); next > from; next = part(input, from, end)) {
            from = next;
        }
        if (from < end) {
            rest = bytes(input, from, end);
        }
    }

    /** @return the position behind the frame or request at {@code from}, or {@code from} if it is not complete */
    private int part(ByteBuffer input, int from, int end) throws IOException {
        try {
            return upgraded ? frame(input, from, end) : request(input, from, end);
        } catch (ProtocolException | TriggerException e) {
            throw new IOException(e);
        }
    }

    private int request(ByteBuffer input, int from, int end) throws TriggerException {
        int head = from;
        while (head + 4 <= end && input.getInt(head) != 0x0d0a0d0a) {
            head++;
        }
        if (head + 4 > end) {
            return from;
        }
        String text = new String(bytes(input, from, head), StandardCharsets.ISO_8859_1);
        if (!text.startsWith("POST")) {
            upgraded = true;
            send(FloorHandshake.answer(text));
            send(frame(FrameWriter.connectionEstablished(new SocketId(1, id), 120)));
            return head + 4;
        }
        int to = head + 4 + FloorHandshake.number(text, "content-length:");
        if (to > end) {
            return from;
        }
        byte[] body = bytes(input, head + 4, to);
        Trigger trigger = Trigger.parse(body, 0, body.length, LIMITS);
        for (ChannelName channel : trigger.channels()) {
            channels.deliver(channel.value(), trigger.frame(channel).json(), null);
        }
        send(DONE);
        return to;
    }

    private int frame(ByteBuffer input, int from, int end) throws IOException, ProtocolException {
        if (from + 8 > end) {
            return from;
        }
        int length = input.get(from + 1) & 127;
        int mask = from + 2;
        if (length == 126) {
            length = input.getShort(from + 2) & 0xffff;
            mask = from + 4;
        }
        int to = mask + 4 + length;
        if (to > end) {
            return from;
        }
        if ((input.get(from) & 15) == 8) {
            throw new EOFException();
        }
        byte[] text = bytes(input, mask + 4, to);
        for (int i = 0; i < length; i++) {
            text[i] ^= input.get(mask + (i & 3));
        }
        switch (FrameReader.read(text, 0, length)) {
            case ClientFrame.Subscribe subscribe ->
                channels.subscribe(this, subscribe.channel(), subscribe.channelData());
            case ClientFrame.Unsubscribe unsubscribe -> channels.unsubscribe(this, unsubscribe.channel());
            case ClientFrame.ClientEvent event -> channels.deliver(event.channel(), text, this);
            default -> {} // no load sends anything else that needs an answer
        }
        return to;
    }

    private static byte[] bytes(ByteBuffer input, int from, int to) {
        byte[] bytes = new byte[to - from];
        input.get(from, bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
