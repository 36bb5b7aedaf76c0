package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testsupport.Property;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WebSocketDecoderPropertyTest {
    private static final String LETTERS = "abc \"\\{}äß€漢\n";

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final List<String> expected = new ArrayList<>();

    @Test
    void whatAClientSendsIsFoundHoweverItIsCut() {
        Property.check(500, random -> {
            generate(random);
            assertThat(decode(random, wire.toByteArray())).isEqualTo(expected);
        });
    }

    @Test
    void damagedBytesEndInARefusalAndNeverInAnException() {
        Property.check(2_000, random -> {
            generate(random);
            byte[] bytes = wire.toByteArray();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            List<String> found = decode(random, bytes);
            assertThat(found.stream().filter(line -> line.matches("(refused|closed).*")))
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    private void generate(RandomGenerator random) {
        wire.reset();
        expected.clear();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> addControl(random);
                case 1 -> addFragmented(random);
                default -> {
                    String text = text(random);
                    addFrame(random, 0x81, text.getBytes(StandardCharsets.UTF_8));
                    expected.add("text " + text);
                }
            }
        }
        if (random.nextBoolean()) {
            addFrame(random, 0x88, new byte[] {0x0f, (byte) 0xa0});
            expected.add("closed 4000");
        }
    }

    private void addFragmented(RandomGenerator random) {
        String text = text(random);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        int opcode = 1;
        for (int i = random.nextInt(4); i > 0; i--) {
            int length = random.nextInt(bytes.length - at + 1);
            addFrame(random, opcode, part(bytes, at, length));
            at += length;
            opcode = 0;
            if (random.nextInt(3) == 0) {
                addControl(random);
            }
        }
        addFrame(random, 0x80 | opcode, part(bytes, at, bytes.length - at));
        expected.add("text " + text);
    }

    private static byte[] part(byte[] bytes, int from, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, from, part, 0, length);
        return part;
    }

    private void addControl(RandomGenerator random) {
        byte[] payload = new byte[random.nextInt(126)];
        random.nextBytes(payload);
        if (random.nextBoolean()) {
            addFrame(random, 0x89, payload);
            expected.add("ping " + new String(payload, StandardCharsets.ISO_8859_1));
        } else {
            addFrame(random, 0x8a, payload);
            expected.add("pong");
        }
    }

    private static String text(RandomGenerator random) {
        int length = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(30_000);
            case 1 -> random.nextInt(120, 130);
            default -> random.nextInt(100);
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private void addFrame(RandomGenerator random, int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) 0xfe).putShort((short) payload.length);
        } else {
            frame.put((byte) 0xff).putLong(payload.length);
        }
        byte[] key = new byte[4];
        random.nextBytes(key);
        frame.put(key);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ key[i & 3]));
        }
        wire.write(frame.array(), 0, frame.position());
    }

    private static List<String> decode(RandomGenerator random, byte[] bytes) {
        WebSocketDecoder decoder = new WebSocketDecoder(128 * 1024);
        RecordedFrames frames = new RecordedFrames();
        UnfinishedInput unfinished = null;
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(random.nextInt(1, random.nextBoolean() ? 20 : 5_000), bytes.length - at);
            byte[] input = new byte[length];
            System.arraycopy(bytes, at, input, 0, length);
            unfinished = decoder.decode(unfinished, input, 0, length, frames);
            at += length;
            if (!frames.found.isEmpty() && frames.found.getLast().matches("(refused|closed).*")) {
                break;
            }
        }
        return frames.found;
    }
}
