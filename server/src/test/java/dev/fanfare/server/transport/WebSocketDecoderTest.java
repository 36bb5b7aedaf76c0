package dev.fanfare.server.transport;

import static dev.fanfare.server.transport.RawClient.BINARY;
import static dev.fanfare.server.transport.RawClient.CLOSE;
import static dev.fanfare.server.transport.RawClient.FIN;
import static dev.fanfare.server.transport.RawClient.PING;
import static dev.fanfare.server.transport.RawClient.PONG;
import static dev.fanfare.server.transport.RawClient.TEXT;
import static dev.fanfare.server.transport.RawClient.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketDecoderTest {
    private static final int MAX_MESSAGE = 100_000;
    private static final int CONTINUATION = 0;
    private static final byte[] NOTHING = {};

    private final WebSocketDecoder decoder = new WebSocketDecoder(MAX_MESSAGE);

    /** What is found when the bytes come at once, having checked that it is the same when they come one by one. */
    private List<String> decode(byte[]... parts) {
        byte[] bytes = joined(parts);
        List<String> atOnce = decodeInSteps(bytes, bytes.length);
        assertThat(decodeInSteps(bytes, 1)).isEqualTo(atOnce);
        return atOnce;
    }

    private List<String> decodeInSteps(byte[] bytes, int step) {
        RecordedFrames frames = new RecordedFrames();
        UnfinishedInput unfinished = null;
        byte[] input = new byte[step + 3];
        for (int at = 0; at < bytes.length && !isOver(frames); at += step) {
            int length = Math.min(step, bytes.length - at);
            System.arraycopy(bytes, at, input, 3, length);
            unfinished = decoder.decode(unfinished, input, 3, 3 + length, frames);
        }
        return frames.found;
    }

    private static boolean isOver(RecordedFrames frames) {
        return !frames.found.isEmpty() && frames.found.getLast().matches("(refused|closed).*");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] text(String text) {
        return frame(FIN | TEXT, text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 125, 126, 127, 65_535, 65_536, MAX_MESSAGE})
    void textOfEveryLengthIsUnmaskedAndDelivered(int length) {
        String text = "ab".repeat(length).substring(0, length);
        assertThat(decode(text(text))).containsExactly("text " + text);
    }

    @Test
    void framesOfOneReadAreAllDelivered() {
        assertThat(decode(text("one"), frame(FIN | PING, bytes('p')), frame(FIN | PONG, NOTHING), text("é")))
                .containsExactly("text one", "ping p", "pong", "text é");
    }

    @Test
    void fragmentsAreJoinedWithControlFramesInBetween() {
        byte[] euro = "€".getBytes(UTF_8);
        assertThat(decode(
                        frame(TEXT, bytes(euro[0])),
                        frame(FIN | PING, bytes('?')),
                        frame(CONTINUATION, bytes(euro[1])),
                        frame(CONTINUATION, NOTHING),
                        frame(FIN | CONTINUATION, bytes(euro[2], '!')),
                        text("next")))
                .containsExactly("ping ?", "text €!", "text next");
    }

    @Test
    void unmaskedFrameIsAProtocolError() {
        assertThat(decode(bytes(FIN | TEXT, 1, 'x'))).containsExactly("refused 1002");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10})
    void reservedBitsAreAProtocolError(int bit) {
        assertThat(decode(frame(FIN | bit | TEXT, bytes('x')))).containsExactly("refused 1002");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void unknownOpcodesAreAProtocolError(int opcode) {
        assertThat(decode(frame(FIN | opcode, NOTHING))).containsExactly("refused 1002");
    }

    @Test
    void binaryIsNotSupported() {
        assertThat(decode(frame(FIN | BINARY, bytes(1, 2)))).containsExactly("refused 1003");
        assertThat(decode(frame(BINARY, bytes(1, 2)))).containsExactly("refused 1003");
    }

    @Test
    void continuationOfNothingIsAProtocolError() {
        assertThat(decode(frame(FIN | CONTINUATION, bytes('x')))).containsExactly("refused 1002");
        assertThat(decode(frame(TEXT, bytes('a')), frame(FIN | CONTINUATION, bytes('b')), frame(CONTINUATION, NOTHING)))
                .containsExactly("text ab", "refused 1002");
    }

    @Test
    void textInsideAnotherMessageIsAProtocolError() {
        assertThat(decode(frame(TEXT, bytes('a')), text("b"))).containsExactly("refused 1002");
        assertThat(decode(frame(TEXT, NOTHING), text("b"))).containsExactly("refused 1002");
    }

    @ParameterizedTest
    @ValueSource(ints = {CLOSE, PING, PONG})
    void controlFramesMayNotBeFragmentedOrLong(int opcode) {
        assertThat(decode(frame(opcode, NOTHING))).containsExactly("refused 1002");
        assertThat(decode(frame(FIN | opcode, new byte[126]))).containsExactly("refused 1002");
    }

    @Test
    void lengthsHaveToBeInTheirShortestForm() {
        assertThat(decode(bytes(FIN | TEXT, 0x80 | 126, 0, 125, 0, 0, 0, 0))).containsExactly("refused 1002");
        assertThat(decode(bytes(FIN | TEXT, 0x80 | 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0)))
                .containsExactly("refused 1002");
        assertThat(decode(bytes(FIN | TEXT, 0x80 | 127, 0x80, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)))
                .containsExactly("refused 1002");
    }

    @Test
    void messageOverTheLimitIsRefusedAtItsHeader() {
        byte[] frame = frame(FIN | TEXT, new byte[MAX_MESSAGE + 1]);
        assertThat(decodeInSteps(Arrays.copyOf(frame, 14), 14)).containsExactly("refused 1009");
        assertThat(decode(bytes(FIN | TEXT, 0x80 | 127, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0)))
                .containsExactly("refused 1009");
    }

    @Test
    void fragmentsTogetherAreHeldAgainstTheLimit() {
        assertThat(decode(frame(TEXT, new byte[MAX_MESSAGE - 1]), frame(CONTINUATION, bytes(0, 0))))
                .containsExactly("refused 1009");
        assertThat(decode(
                        frame(TEXT, "a".repeat(MAX_MESSAGE - 1).getBytes(UTF_8)),
                        frame(FIN | PING, new byte[125]),
                        frame(FIN | CONTINUATION, bytes('b'))))
                .last()
                .isEqualTo("text " + "a".repeat(MAX_MESSAGE - 1) + "b");
    }

    @Test
    void anAnnouncedLengthReservesNoMemory() {
        UnfinishedInput kept = decoder.decode(
                null,
                bytes(FIN | TEXT, 0x80 | 127, 0, 0, 0, 0, 0, 1, 0x80, 0, 1, 2, 3, 4),
                0,
                14,
                new RecordedFrames());
        assertThat(kept).isNotNull();
        assertThat(kept.frame().length).isLessThan(200);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertThat(decode(frame(FIN | TEXT, bytes(0xc0, 0xaf)))).containsExactly("refused 1007");
        assertThat(decode(frame(FIN | TEXT, bytes(0xed, 0xa0, 0x80)))).containsExactly("refused 1007");
        assertThat(decode(frame(TEXT, bytes('a', 0xe2)), frame(FIN | CONTINUATION, bytes('b'))))
                .containsExactly("refused 1007");
    }

    @Test
    void closeFramesAreReadWithAndWithoutCodeAndReason() {
        assertThat(decode(frame(FIN | CLOSE, NOTHING))).containsExactly("closed 1005");
        assertThat(decode(frame(FIN | CLOSE, bytes(0x03, 0xe8)))).containsExactly("closed 1000");
        assertThat(decode(frame(FIN | CLOSE, bytes(0x0f, 0xa0, 'b', 'y', 'e')))).containsExactly("closed 4000");
    }

    @Test
    void nothingIsReadBehindAClose() {
        assertThat(decode(frame(FIN | CLOSE, NOTHING), text("late"))).containsExactly("closed 1005");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535})
    void closeCodesThatMayNotBeSentAreAProtocolError(int code) {
        assertThat(decode(frame(FIN | CLOSE, bytes(code >>> 8, code)))).containsExactly("refused 1002");
    }

    @Test
    void malformedCloseFramesAreRefused() {
        assertThat(decode(frame(FIN | CLOSE, bytes(3)))).containsExactly("refused 1002");
        assertThat(decode(frame(FIN | CLOSE, bytes(0x03, 0xe8, 0xff)))).containsExactly("refused 1007");
    }

    @Test
    void wholeFramesLeaveNothingBehind() {
        byte[] bytes = joined(text("a"), frame(TEXT, bytes('b')), frame(FIN | CONTINUATION, bytes('c')));
        assertThat(decoder.decode(null, bytes, 0, bytes.length, new RecordedFrames()))
                .isNull();
    }

    @Test
    void thousandsOfFramesInOneReadAreAllDelivered() {
        byte[][] frames = IntStream.range(0, 10_000)
                .mapToObj(i -> text(String.valueOf(i)))
                .toArray(byte[][]::new);
        assertThat(decodeInSteps(joined(frames), 200_000)).hasSize(10_000);
    }
}
