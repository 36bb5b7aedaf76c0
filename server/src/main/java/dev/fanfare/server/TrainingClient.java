package dev.fanfare.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of an HTTP and WebSocket client as training needs: it blocks, waits for seconds at most, and trusts the server. */
final class TrainingClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTE_LENGTH = 126;
    private static final String HANDSHAKE_HEADERS =
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://localhost\r\n\r\n";

    private final Socket socket;
    private final InputStream in;

    TrainingClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void shakeHands(String path) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + HANDSHAKE_HEADERS);
        check(head(), "HTTP/1.1 101");
    }

    /** Sends a request and reads the whole answer, which has to be a 200. */
    void request(String method, String target, String body) throws IOException {
        write(method + " " + target
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        String head = head();
        check(head, "HTTP/1.1 200");
        String lengthField = "content-length:";
        int length = head.toLowerCase(Locale.ROOT).indexOf(lengthField);
        if (length < 0) {
            throw new IOException("No length in " + head);
        }
        int from = length + lengthField.length();
        bytes(Integer.parseInt(head.substring(from, head.indexOf('\r', from)).trim()));
    }

    /** Sends one text frame with a mask of zeros. */
    void send(byte[] text) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(8 + text.length).put((byte) FINAL_TEXT);
        if (text.length < TWO_BYTE_LENGTH) {
            frame.put((byte) (MASKED | text.length));
        } else {
            frame.put((byte) (MASKED | TWO_BYTE_LENGTH)).putShort((short) text.length);
        }
        frame.putInt(0).put(text);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    /** Reads frames up to the one that contains the words. */
    String expect(String words) throws IOException {
        while (true) {
            String frame = frame();
            if (frame.contains(words)) {
                return frame;
            }
        }
    }

    private String frame() throws IOException {
        bytes(1);
        int length = bytes(1)[0];
        if (length == TWO_BYTE_LENGTH) {
            byte[] size = bytes(2);
            length = (size[0] & 0xff) << 8 | size[1] & 0xff;
        }
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) bytes(1)[0]);
        }
        return head.toString();
    }

    private static void check(String head, String expected) throws IOException {
        if (!head.startsWith(expected)) {
            throw new IOException("Answer is " + head + ", expected " + expected);
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The server has closed the connection");
        }
        return bytes;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
