package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {
    private static final ByteSize SIZE = new ByteSize(1, Integer.MAX_VALUE);
    private static final TimeSpan TIME = TimeSpan.between(Duration.ofMillis(1), Duration.ofDays(2));

    @ParameterizedTest
    @CsvSource({"0,0", "17,17", "17B,17", "10KB,10240", "10 KB,10240", "3MB,3145728", "1GB,1073741824"})
    void sizeIsReadInItsUnit(String text, int bytes) {
        assertThat(SIZE.read(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KB", "10kb", "1.5MB", "4GB", "99999999999999999999", "-", "10 K"})
    void otherTextIsNoSize(String text) {
        assertThatThrownBy(() -> SIZE.read(text))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1ms,1", "30s,30000", "2m,120000", "1h,3600000"})
    void timeIsReadInItsUnit(String text, long millis) {
        assertThat(TIME.read(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "1.5s", "5 days", "9223372036854775807h"})
    void otherTextIsNoTime(String text) {
        assertThatThrownBy(() -> TIME.read(text))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "30s", "90s", "2m", "36h"})
    void timeIsShownAsItIsRead(String text) {
        assertThat(TIME.show(TIME.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1B", "1025B", "10KB", "3MB", "1GB", "unlimited"})
    void sizeIsShownAsItIsRead(String text) {
        assertThat(SIZE.show(SIZE.read(text))).isEqualTo(text);
    }

    @Test
    void wordStandsForItsNumber() {
        WholeNumber number = WholeNumber.unlimited(1);

        assertThat(number.read("unlimited")).isEqualTo(Integer.MAX_VALUE);
        assertThat(number.show(Integer.MAX_VALUE)).isEqualTo("unlimited");
        assertThat(number.accepts(0)).isFalse();
    }
}
