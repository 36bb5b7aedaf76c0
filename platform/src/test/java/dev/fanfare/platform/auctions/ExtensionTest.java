package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionTest {
    private static final Instant END = Instant.parse("2026-01-01T12:00:00Z");
    private static final AuctionSettings SETTINGS = new AuctionSettings(
            AuctionSettings.Visibility.PUBLIC,
            false,
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            1);

    @ParameterizedTest
    @CsvSource({"-61, 100, 0", "-60, 100, 30", "-1, 100, 89", "-1, 40, 40", "-1, 0, 0", "-60, 20, 20"})
    void onlyABidWithinTheWindowPutsOffTheEndAndNeverPastTheLast(int bidAt, int lastEnd, int expected) {
        assertThat(SETTINGS.extended(END, END.plusSeconds(lastEnd), END.plusSeconds(bidAt)))
                .isEqualTo(END.plusSeconds(expected));
    }
}
