package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordCostTest {
    private static PasswordEncoder ofCost(int cost) {
        return new SecurityConfiguration().passwordEncoder(cost);
    }

    @Test
    void anotherCostIsThatOfNewPasswordsAndThoseThereAreStillFit() {
        String before = ofCost(5).encode("seven lamps and a ladder");
        String now = ofCost(4).encode("seven lamps and a ladder");

        assertThat(before).startsWith("{bcrypt}$2a$05$");
        assertThat(now).startsWith("{bcrypt}$2a$04$");
        assertThat(ofCost(4).matches("seven lamps and a ladder", before)).isTrue();
        assertThat(ofCost(4).matches("seven lamps and a candle", before)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 32})
    void aCostThatBcryptDoesNotHaveStopsTheStartByItsName(int cost) {
        assertThatThrownBy(() -> ofCost(cost)).hasMessage("platform.password-cost is " + cost + ", expected 4 to 31");
    }
}
