package dev.fanfare.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {
    private Instant now = Instant.ofEpochSecond(1_000_000);
    private int next;

    private DeadLetters letters(Store store) {
        return new DeadLetters(store, () -> now);
    }

    private QueuedEvent event(String appId, String json) {
        return new QueuedEvent("%019d".formatted(++next), appId, "http://127.0.0.1:1/", now.toEpochMilli(), "c", json);
    }

    private static List<String> ids(List<DeadLetter> letters) {
        return letters.stream()
                .map(letter -> letter.id().replaceFirst("^0+", ""))
                .toList();
    }

    @Test
    void lettersOfAnAppHavePages() {
        DeadLetters letters = letters(Store.ofNothing());
        for (int i = 0; i < 5; i++) {
            letters.add(event("app", "{}"), "status 500");
            letters.add(event("other", "{}"), "status 500");
        }

        List<DeadLetter> first = letters.of("app", "", 3);
        assertThat(ids(first)).containsExactly("1", "3", "5");
        assertThat(ids(letters.of("app", first.getLast().id(), 3))).containsExactly("7", "9");
    }

    @Test
    void takenLettersAreThoseNamedOrAll() {
        DeadLetters letters = letters(Store.ofNothing());
        for (int i = 0; i < 3; i++) {
            letters.add(event("app", "{}"), "status 500");
        }
        String second = letters.of("app", "", 3).get(1).id();

        assertThat(letters.take("other", Set.of(second))).isEmpty();
        assertThat(letters.take("app", Set.of(second))).hasSize(1);
        assertThat(letters.take("app", Set.of())).hasSize(2);
        assertThat(letters.of("app", "", 3)).isEmpty();
    }

    @Test
    void oldLettersGo() {
        DeadLetters letters = letters(Store.ofNothing());
        letters.add(event("app", "{}"), "status 500");
        now = now.plus(DeadLetters.MAX_AGE).plus(Duration.ofMillis(1));
        letters.add(event("app", "{}"), "status 500");

        assertThat(ids(letters.of("app", "", 9))).containsExactly("2");
    }

    @Test
    void theOldestGoWhenThereAreTooManyOrTheyAreTooLarge() {
        DeadLetters letters = letters(Store.ofNothing());
        for (int i = 0; i < DeadLetters.MAX + 1; i++) {
            letters.add(event("app", "{}"), "status 500");
        }
        assertThat(ids(letters.of("app", "", 1))).containsExactly("2");

        String large = "x".repeat(1024 * 1024);
        for (int i = 0; i < 70; i++) {
            letters.add(event("app", large), "status 500");
        }
        assertThat(letters.of("app", "", DeadLetters.MAX)).hasSize((int) (DeadLetters.MAX_CHARACTERS / large.length()));
    }

    @Test
    void lettersSurviveARestart(@TempDir Path folder) {
        try (Store store = Store.open(folder, InstantSource.system())) {
            letters(store).add(event("app", "{\"a\":1}"), "status 500\nof two lines");
        }
        try (Store store = Store.open(folder, InstantSource.system())) {
            assertThat(letters(store).of("app", "", 9)).singleElement().satisfies(letter -> {
                assertThat(letter.json()).isEqualTo("{\"a\":1}");
                assertThat(letter.reason()).isEqualTo("status 500 of two lines");
            });
        }
    }
}
