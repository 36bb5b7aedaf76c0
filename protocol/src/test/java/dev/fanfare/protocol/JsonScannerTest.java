package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.testsupport.Property;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;

class JsonScannerTest {
    private static final int CASES = 20_000;
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonScanner.MAX_DEPTH)
                    .build())
            .build();
    private static final String MUTATIONS = "{}[]:,\"\\/ubfnrt0123456789aAfFeE+-. \n\u0000\u0001\u007fé€😀";

    @Test
    void acceptsExactlyWhatJacksonAccepts() {
        int[] accepted = {0};
        Property.check(CASES, random -> {
            String text = mutated(Json.value(random, 4), random);
            boolean legal = jacksonAccepts(text);
            assertThat(accepts(text)).as(text).isEqualTo(legal);
            accepted[0] += legal ? 1 : 0;
        });
        // Neither all nor none, or it would show nothing.
        assertThat(accepted[0]).isBetween(CASES / 10, CASES * 9 / 10);
    }

    @Test
    void decodesStringsAsJacksonDoes() {
        Property.check(2_000, random -> {
            String text = mutated(JACKSON.writeValueAsString(Json.text(random)).replace("/", "\\/"), random);
            if (accepts(text) && jacksonAccepts(text) && text.strip().startsWith("\"")) {
                JsonValue value = value(text);
                String expected = JACKSON.readValue(text, String.class);
                assertThat(value.size()).as(text).isEqualTo(size(expected));
                if (value.wellFormed()) {
                    assertThat(value.string()).as(text).isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void compactTextMeansTheSame() {
        Property.check(2_000, random -> {
            String text = Json.value(random, 4);
            String compact = new String(value(text).compact(), UTF_8);
            assertThat(JACKSON.readTree(compact)).isEqualTo(JACKSON.readTree(text));
            assertThat(compact.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "")).doesNotContainAnyWhitespaces();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        `` | Invalid JSON at byte 0: unexpected the end, expected a value
        {"a":} | Invalid JSON at byte 5: unexpected '}', expected a value
        {a:1} | Invalid JSON at byte 1: unexpected 'a', expected a key
        {"a":1,} | Invalid JSON at byte 7: unexpected '}', expected a key
        {"a" 1} | Invalid JSON at byte 5: unexpected '1', expected ':'
        [1,] | Invalid JSON at byte 3: unexpected ']', expected a value
        [1 2] | Invalid JSON at byte 3: unexpected '2', expected ']'
        01 | Invalid JSON at byte 1: unexpected '1', expected nothing more
        1. | Invalid JSON at byte 2: unexpected the end, expected a digit
        -a | Invalid JSON at byte 1: unexpected 'a', expected a digit
        1e+ | Invalid JSON at byte 3: unexpected the end, expected a digit
        "a | Invalid JSON at byte 2: unexpected the end, expected a closing quote
        "\\x" | Invalid JSON at byte 2: unexpected 'x', expected one of "\\/bfnrtu behind a backslash
        "\\u12g4" | Invalid JSON at byte 1: unexpected '\\', expected four hex digits behind \\u
        "\\ | Invalid JSON at byte 2: unexpected the end, expected one of "\\/bfnrtu behind a backslash
        tru | Invalid JSON at byte 3: unexpected the end, expected true
        nul! | Invalid JSON at byte 3: unexpected '!', expected null
        NaN | Invalid JSON at byte 0: unexpected 'N', expected a value
        'a' | Invalid JSON at byte 0: unexpected ''', expected a value
        é | Invalid JSON at byte 0: unexpected 0xc3, expected a value
        """)
    void saysWhereAndWhat(String text, String message) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(message);
    }

    @Test
    void controlCharactersHaveToBeEscaped() {
        assertThatThrownBy(() -> value("\"a\nb\""))
                .hasMessage("Invalid JSON at byte 2: unexpected 0x0a, expected control characters to be escaped");
    }

    @Test
    void nestingIsLimited() {
        assertThat(accepts("[".repeat(64) + "]".repeat(64))).isTrue();
        assertThat(accepts("{\"a\":".repeat(64) + "1" + "}".repeat(64))).isTrue();
        assertThatThrownBy(() -> value("[".repeat(1_000_000)))
                .hasMessage("Invalid JSON at byte 64: nested too deep, expected at most 64 levels");
    }

    @Test
    void repeatedKeysAreOnlyRefusedWhereTheyAreAskedFor() throws ProtocolException {
        byte[] text = "{\"x\":1,\"x\":2,\"y\":{\"z\":3,\"z\":4}}".getBytes(UTF_8);

        assertThat(JsonScanner.object(text, 0, text.length, "y".getBytes(UTF_8))[0].raw())
                .isEqualTo("{\"z\":3,\"z\":4}");
        assertThatThrownBy(() -> JsonScanner.object(text, 0, text.length, "x".getBytes(UTF_8)))
                .hasMessage("Duplicate key: x");
    }

    private static String mutated(String text, RandomGenerator random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int codePoint = MUTATIONS.codePointAt(
                    MUTATIONS.offsetByCodePoints(0, random.nextInt(MUTATIONS.codePointCount(0, MUTATIONS.length()))));
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, Character.toString(codePoint));
                case 1 -> mutated.delete(at, Math.min(mutated.length(), at + 1));
                default -> mutated.replace(at, Math.min(mutated.length(), at + 1), Character.toString(codePoint));
            }
        }
        // Half a surrogate pair does not survive the encoding, so that both see the same.
        return new String(mutated.toString().getBytes(UTF_8), UTF_8);
    }

    /** From characters: with bytes, Jackson takes a leading NUL for UTF-16. */
    private static boolean jacksonAccepts(String text) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            int values = 0;
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                    parser.getString();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                values += depth == 0 ? 1 : 0;
            }
            return values == 1;
        } catch (JacksonException refused) {
            return false;
        }
    }

    private static boolean accepts(String text) {
        try {
            value(text);
            return true;
        } catch (ProtocolException refused) {
            return false;
        }
    }

    /** Half a surrogate pair takes three bytes. */
    private static int size(String text) {
        return text.codePoints().map(JsonText::size).sum();
    }

    private static JsonValue value(String text) throws ProtocolException {
        byte[] bytes = text.getBytes(UTF_8);
        return JsonScanner.value(bytes, 0, bytes.length);
    }
}
