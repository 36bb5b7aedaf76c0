package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testsupport.Property;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbfbf",
                "f0908080",
                "f48fbfbf",
                "61626364656667686162636465666768c3a9",
                "c3a961626364656667686162636465666768"
            })
    void acceptsTheShortestForms(String hex) {
        assertThat(isValid(hex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0",
                "c080",
                "c1bf",
                "c2",
                "c241",
                "e0",
                "e080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "e28228",
                "e282",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "f09f98",
                "f09f9828",
                "ff",
                "6162636465666768ff",
                "c3a9c3",
                "fe"
            })
    void refusesOverlongFormsSurrogatesAndFragments(String hex) {
        assertThat(isValid(hex)).isFalse();
    }

    @Test
    void looksAtNothingOutsideTheRange() {
        byte[] text = HexFormat.of().parseHex("ff41c3a9ff");

        assertThat(Utf8.isValid(text, 1, 4)).isTrue();
        assertThat(Utf8.isValid(text, 1, 3)).isFalse();
        assertThat(Utf8.isValid(text, 2, 2)).isTrue();
    }

    @Test
    void agreesWithTheDecoderOfTheJdk() {
        Property.check(5_000, random -> {
            byte[] text = mutated(random);
            assertThat(Utf8.isValid(text, 0, text.length))
                    .as(HexFormat.of().formatHex(text))
                    .isEqualTo(decodes(text));
        });
    }

    private static byte[] mutated(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("ascii text".repeat(random.nextInt(2)));
            text.appendCodePoint(random.nextInt(0x11_0000));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static boolean decodes(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static boolean isValid(String hex) {
        byte[] text = HexFormat.of().parseHex(hex);
        return Utf8.isValid(text, 0, text.length);
    }
}
