package dev.fanfare.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody gets who tries one link after another. */
class GuessedLinksTest {
    @ParameterizedTest
    @EnumSource
    void whoGuessesHasToWait(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database)) {
            Answer last = Colleague.look(platform, "0");
            for (int i = 1; i <= 40 && last.status() == 404; i++) {
                last = i % 2 == 0
                        ? Colleague.look(platform, "guess" + i)
                        : Colleague.accept(platform, "guess" + i, Colleague.PASSWORD);
            }

            assertThat(last.status()).isEqualTo(429);
            assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        }
    }
}
