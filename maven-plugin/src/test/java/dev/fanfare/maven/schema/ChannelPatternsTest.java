package dev.fanfare.maven.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.testsupport.Property;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelPatternsTest {
    private static final List<String> PIECES =
            List.of("private-", "encrypted-", "presence-", "cache-", "priv", "ate-", "pre", "a-", "c", "ache-");

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(1, 5);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static boolean isRefused(ChannelPattern pattern, String id) {
        try {
            pattern.channel(id);
            return false;
        } catch (RealtimeException e) {
            return true;
        }
    }

    @Test
    void whatIsExcludedIsWhatTheRegistryRefuses() {
        Property.check(2_000, random -> {
            ChannelPattern pattern = ChannelPattern.parse(text(random) + "{id}");
            String id = text(random);
            boolean isExcluded =
                    ChannelPatterns.excluded(pattern).stream().anyMatch((pattern.prefix() + id)::startsWith);

            assertThat(isExcluded).as(pattern + " with " + id).isEqualTo(isRefused(pattern, id));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "auction-{id}, public",
        "cache-{id}, public cache",
        "private-user, private",
        "private-cache-{id}, private cache",
        "private-encrypted-{id}, private encrypted",
        "presence-cache-{id}, presence cache"
    })
    void thePrefixSaysTheType(String pattern, String type) {
        assertThat(ChannelPatterns.type(ChannelPattern.parse(pattern))).isEqualTo(type);
    }
}
