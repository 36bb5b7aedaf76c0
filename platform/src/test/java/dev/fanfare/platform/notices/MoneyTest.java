package dev.fanfare.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void eachCurrencyHasItsOwnSignAndPlaces() {
        assertThat(Money.text(125_000, "EUR")).isEqualTo("€1,250.00");
        assertThat(Money.text(1_250, "JPY")).isEqualTo("¥1,250");
        assertThat(Money.text(1_250, "KWD")).endsWith("1.250");
    }
}
