package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testsupport.Property;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyStringIsReadBackAsItWas() {
        Property.check(500, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.appendCodePoint(
                        random.nextInt(4) == 0 ? random.nextInt(0x80) : codePoint(random.nextInt(0x10_0000)));
            }
            assertThat(JSON.readTree(new JsonText().string(text.toString()).bytes())
                            .stringValue())
                    .isEqualTo(text.toString());
        });
    }

    private static int codePoint(int drawn) {
        return drawn >= Character.MIN_SURROGATE && drawn <= Character.MAX_SURROGATE ? '"' : drawn;
    }

    @Test
    void loneSurrogateIsWrittenAsAnEscape() {
        assertThat(new String(new JsonText().string("\ud83d").bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\"\\ud83d\"");
    }

    @Test
    void commaStandsBetweenTwoElementsOnly() {
        JsonText json = new JsonText().raw("[");
        json.comma().number(1).comma().number(2).raw("]");

        assertThat(new String(json.bytes(), StandardCharsets.UTF_8)).isEqualTo("[1,2]");
    }
}
