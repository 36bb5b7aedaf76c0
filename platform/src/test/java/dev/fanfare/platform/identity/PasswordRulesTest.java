package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static @Nullable String flaw(String password) {
        return PasswordRules.flaw(password, "Christabel.F@example.com", "Christabel Fresh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "elevenchars",
                "aaaaaaaaaaaaaaaa",
                "christabel.f@example.com",
                "CHRISTABEL.F",
                "christabel fresh",
                "password1234",
                "Password2026!",
                "123456789012",
                "0987654321098765",
                "qwertyuiop123",
                "administrator",
                "1qaz2wsx3edc"
            })
    void whatSomebodyWouldGuessFirstIsRefused(String password) {
        assertThat(flaw(password)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven lamps and a ladder",
                "twelve chars",
                "ждвшмзтюлаюр",
                "christabel fresh air",
                "0x1f9b2c44d0e1",
                "830144719920"
            })
    void anythingElseThatIsLongWillDoWhateverItIsMadeOf(String password) {
        assertThat(flaw(password)).isNull();
    }

    @Test
    void charactersAreCountedAsPeopleSeeThemNotAsTheyAreKept() {
        assertThat(flaw("🦉🐝".repeat(64))).isNull();
        assertThat(flaw("🦉🐝".repeat(64) + "x")).contains("128", "129");
        assertThat(flaw("🦉🐝".repeat(5) + "x")).contains("11");
    }

    @Test
    void whoseNameIsThatOfTheirEmailMayHaveAnyOther() {
        assertThat(PasswordRules.flaw("seven lamps and a ladder", "fay@example.com", "Fay"))
                .isNull();
    }
}
