package dev.fanfare.server.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePollerTest {
    @TempDir
    private Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private Path file;
    private FilePoller.Watch watch;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.yaml"), "one");
        watch = new FilePoller.Watch(List.of(file), changes::incrementAndGet);
    }

    @Test
    void oneChangeIsToldOnce() throws IOException {
        look(3);
        assertThat(changes).hasValue(0);

        Files.writeString(file, "two");
        look(5);

        assertThat(changes).hasValue(1);
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAloneUntilItStaysTheSame() throws IOException {
        for (int i = 0; i < 10; i++) {
            Files.writeString(file, "x".repeat(i));
            look(1);
        }
        assertThat(changes).hasValue(0);

        look(1);
        assertThat(changes).hasValue(1);
    }

    @Test
    void aChangeThatIsTakenBackIsNone() throws IOException {
        Files.writeString(file, "");
        look(1);
        Files.writeString(file, "one");
        look(3);

        assertThat(changes).hasValue(0);
    }

    @Test
    void onlyTheContentCounts() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        look(3);
        assertThat(changes).hasValue(0);

        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "owt");
        Files.setLastModifiedTime(file, before);
        look(2);
        assertThat(changes).hasValue(1);
    }

    @Test
    void aFileThatGoesAndOneThatComesAreChanges() throws IOException {
        Files.delete(file);
        look(2);
        assertThat(changes).hasValue(1);

        Files.writeString(file, "two");
        look(2);
        assertThat(changes).hasValue(2);
    }

    @Test
    void whatGoesWrongDoesNotEndTheWatch() throws IOException {
        try (FilePoller poller = new FilePoller(Duration.ofMillis(5))) {
            poller.watch(List.of(file), () -> {
                changes.incrementAndGet();
                throw new IllegalStateException("on purpose");
            });
            Files.writeString(file, "two");
            await().until(() -> changes.get() == 1);
            Files.writeString(file, "three");
            await().until(() -> changes.get() == 2);
        }
    }

    @Test
    void filesThatWereReadBeforeAreToldOfAtTheFirstLook() {
        try (FilePoller poller = new FilePoller(Duration.ofMillis(5))) {
            poller.watchAgain(List.of(file), changes::incrementAndGet);

            await().until(() -> changes.get() == 1);
        }
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }
}
