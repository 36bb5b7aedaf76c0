package dev.fanfare.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenPayloadTest {
    @ParameterizedTest
    @CsvSource({
        "2025-11-25T10:15:00Z, 2025-11-25T10:15:00.000Z",
        "2025-11-25T10:15:00.123456789Z, 2025-11-25T10:15:00.123Z",
        "2025-11-25T10:15:00.999999Z, 2025-11-25T10:15:00.999Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z"
    })
    void instantsAlwaysHaveThreeDigitsOfASecondAndAZ(String instant, String written) {
        assertThat(Payload.json(List.of(Map.of("at", Instant.parse(instant)))))
                .isEqualTo("[{\"at\":\"" + written + "\"}]");
    }

    @Test
    void aTextStaysAsItIs() {
        assertThat(Payload.text("{\"a\": 1}")).isEqualTo("{\"a\": 1}");
        assertThat(Payload.json("x")).isEqualTo("\"x\"");
    }
}
