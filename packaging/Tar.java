import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a tar file (ustar) that says nothing of who made it and when: the same files give the same bytes. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    /** 1 January 1980, the first day that jars can name, too. */
    private static final long TIME = 315_532_800;

    private final OutputStream out;

    Tar(OutputStream out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException if the name has more than 100 bytes */
    void add(String name, byte[] content, int mode) throws IOException {
        header(name, content.length, mode, "0");
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** Everybody may look into it, whatever the umask of the root who unpacks it. */
    void addFolder(String name) throws IOException {
        header(name + "/", 0, 0755, "5");
    }

    private void header(String name, int size, int mode, String type) throws IOException {
        byte[] header = new byte[BLOCK];
        put(header, 0, 100, name);
        put(header, 100, 8, octal(mode, 7));
        put(header, 108, 8, octal(0, 7));
        put(header, 116, 8, octal(0, 7));
        put(header, 124, 12, octal(size, 11));
        put(header, 136, 12, octal(TIME, 11));
        put(header, CHECKSUM, 8, " ".repeat(8));
        put(header, 156, 1, type);
        put(header, 257, 8, "ustar\00000");
        put(header, 265, 32, "root");
        put(header, 297, 32, "root");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, CHECKSUM, 8, octal(sum, 6) + "\0 ");
        out.write(header);
    }

    /** Writes the end. */
    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private static String octal(long number, int digits) {
        return String.format("%0" + digits + "o", number);
    }

    private static void put(byte[] header, int at, int room, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > room) {
            throw new IllegalArgumentException(text + " has " + bytes.length + " bytes, expected at most " + room);
        }
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
