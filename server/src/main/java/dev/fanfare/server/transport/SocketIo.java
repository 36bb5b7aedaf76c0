package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Slices;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * Reads from and writes to the sockets of one loop, through one block of memory for each direction. Nothing blocks: what a
 * call cannot send now is left to the caller. Owned by the loop.
 */
final class SocketIo {
    private static final int SEND_SIZE = 64 * 1024;

    private final byte[] input;
    private final NativeMemory received;
    private final NativeMemory send = new NativeMemory(SEND_SIZE);

    /** @param input where bytes are copied to be decoded */
    SocketIo(byte[] input) {
        this.input = input;
        received = new NativeMemory(input.length);
    }

    /** Fills the input with one call. Returns the bytes read: 0 if there are none, -1 if the peer sends no more. */
    int receive(Socket socket) throws IOException {
        int length = socket.recvAddress(received.address(), 0, input.length);
        if (length > 0) {
            received.bytes().get(0, input, 0, length);
        }
        return length;
    }

    /** Returns the bytes sent. */
    int send(Socket socket, byte[] bytes, int from, int length) throws IOException {
        int sendable = Math.min(length, SEND_SIZE);
        send.bytes().put(0, bytes, from, sendable);
        return socket.sendAddress(send.address(), 0, sendable);
    }

    /** Sends one slice from where it lies, several as one copy. Returns the bytes sent. */
    int send(Socket socket, Slices slices) throws IOException {
        if (slices.count() == 1) {
            return sendInPlace(socket, slices, 0);
        }
        int sent = 0;
        int copied = 0;
        for (int i = 0; i < slices.count(); i++) {
            int length = slices.to(i) - slices.from(i);
            if (length > SEND_SIZE - copied) {
                int taken = sendCopied(socket, copied);
                sent += taken;
                if (taken < copied) {
                    return sent;
                }
                copied = 0;
            }
            if (length > SEND_SIZE) {
                int taken = sendInPlace(socket, slices, i);
                sent += taken;
                if (taken < length) {
                    return sent;
                }
            } else {
                send.bytes().put(copied, frames(slices, i).bytes(), slices.from(i), length);
                copied += length;
            }
        }
        return sent + sendCopied(socket, copied);
    }

    private int sendCopied(Socket socket, int length) throws IOException {
        return length == 0 ? 0 : socket.sendAddress(send.address(), 0, length);
    }

    private static int sendInPlace(Socket socket, Slices slices, int index) throws IOException {
        return socket.sendAddress(frames(slices, index).address(), slices.from(index), slices.to(index));
    }

    private static NativeFrameBuffer frames(Slices slices, int index) {
        return (NativeFrameBuffer) slices.buffer(index);
    }

    /** Sends from the queue until it is empty or the peer takes no more. Returns the bytes sent. */
    int send(Socket socket, OutboundQueue queue) throws IOException {
        int sent = 0;
        while (!queue.isEmpty()) {
            int length = queue.copyTo(send.bytes());
            int taken = socket.sendAddress(send.address(), 0, length);
            queue.remove(taken);
            sent += taken;
            if (taken < length) {
                break;
            }
        }
        return sent;
    }

    void free() {
        received.free();
        send.free();
    }
}
