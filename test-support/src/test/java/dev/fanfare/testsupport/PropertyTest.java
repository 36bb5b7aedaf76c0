package dev.fanfare.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class PropertyTest {
    @Test
    void everyCaseDrawsFromAnotherSeed() {
        var drawn = new HashSet<Long>();
        Property.check(100, random -> drawn.add(random.nextLong()));
        assertThat(drawn).hasSize(100);
    }

    @Test
    void failureNamesTheSeedThatBringsTheSameCaseBack() {
        var drawn = new ArrayList<Long>();
        Property.Case claim = random -> {
            drawn.add(random.nextLong());
            throw new IllegalStateException("no");
        };
        assertThatThrownBy(() -> Property.check(5, claim)).isInstanceOfSatisfying(AssertionError.class, failure -> {
            String seed = failure.getMessage().replaceAll(".*property\\.seed=(-?\\d+).*", "$1");
            System.setProperty("property.seed", seed);
            try {
                assertThatThrownBy(() -> Property.check(5, claim)).hasRootCauseMessage("no");
            } finally {
                System.clearProperty("property.seed");
            }
        });
        assertThat(drawn).hasSize(2);
        assertThat(drawn.get(1)).isEqualTo(drawn.get(0));
    }
}
