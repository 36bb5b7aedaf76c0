package dev.fanfare.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.2", "131160.155806628", "0.0", "999999999999999999.999999999999999999"})
    void readsWhatItWrites(String text) throws ProtocolException {
        assertThat(SocketId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.",
                ".1",
                "1.2.3",
                "-1.2",
                "1.-2",
                "1. 2",
                "a.b",
                "1,2",
                "undefined",
                "1.2\n",
                "１.２",
                "1234567890123456789.1"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> SocketId.parse(text))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("Invalid socket id: " + text + ", expected two numbers as in 123.456");
    }
}
