package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagsTest {
    @Test
    void unknownFlagIsNamed() {
        Flags flags = new Flags(List.of("--conns", "5", "--sizes", "7", "--quick"), Set.of("quick"));
        assertThat(flags.number("conns", 1)).isEqualTo(5);
        assertThat(flags.has("quick")).isTrue();
        assertThatThrownBy(flags::finish).hasMessageContaining("--sizes");
    }

    @Test
    void missingOrWrongValueIsNamed() {
        assertThatThrownBy(() -> new Flags(List.of("--conns"), Set.of())).hasMessageContaining("--conns has no value");
        assertThatThrownBy(() -> new Flags(List.of("--conns", "many"), Set.of()).number("conns", 1))
                .hasMessageContaining("many");
        assertThatThrownBy(() -> new Flags(List.of("conns"), Set.of())).hasMessageContaining("conns");
    }
}
