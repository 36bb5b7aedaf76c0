package dev.fanfare.server.transport;

import java.nio.ByteBuffer;

/** Bytes that a peer has not taken yet, first in, first out. Exists only while there are some. */
final class OutboundQueue {
    private static final int SMALLEST = 1024;

    private byte[] bytes;
    private int head;
    private int tail;

    OutboundQueue(int expected) {
        bytes = new byte[Math.max(expected, SMALLEST)];
    }

    int size() {
        return tail - head;
    }

    boolean isEmpty() {
        return head == tail;
    }

    void add(byte[] source, int from, int length) {
        makeRoomFor(length);
        System.arraycopy(source, from, bytes, tail, length);
        tail += length;
    }

    void add(ByteBuffer source, int from, int length) {
        makeRoomFor(length);
        source.get(from, bytes, tail, length);
        tail += length;
    }

    /** Copies the oldest bytes, as many as fit, and keeps them. Returns how many. */
    int copyTo(ByteBuffer target) {
        int length = Math.min(size(), target.capacity());
        target.put(0, bytes, head, length);
        return length;
    }

    /** Forgets the oldest bytes. */
    void remove(int length) {
        head += length;
    }

    private void makeRoomFor(int length) {
        if (bytes.length - tail >= length) {
            return;
        }
        int size = size();
        byte[] target = size + length > bytes.length / 2 ? new byte[Math.max(2 * bytes.length, size + length)] : bytes;
        System.arraycopy(bytes, head, target, 0, size);
        bytes = target;
        head = 0;
        tail = size;
    }
}
