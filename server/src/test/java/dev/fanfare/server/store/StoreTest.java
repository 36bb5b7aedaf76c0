package dev.fanfare.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    private Store open() {
        return Store.open(folder, InstantSource.system());
    }

    @Test
    void whatIsPutIsThereWhenItIsOpenedAgain() {
        try (Store store = open()) {
            store.put("t", "b", "2");
            store.put("t", "a", "1");
            store.put("t", "gone", "0");
            store.remove("t", "gone");
        }
        try (Store store = open()) {
            assertThat(store.read("t")).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
            assertThat(store.lost()).isZero();
        }
    }

    @Test
    void damagedStoreIsPutAsideAndANewOneBegins() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 1_000; i++) {
                store.put("t", "key" + i, "value".repeat(20));
            }
        }
        Path file = folder.resolve(Store.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, bytes.length, (byte) 'x');
        Files.write(file, bytes);

        try (Store store = open()) {
            assertThat(store.read("t")).isEmpty();
            store.put("t", "a", "1");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .anyMatch(name -> name.startsWith(Store.FILE + ".damaged-"));
        }
        try (Store store = open()) {
            assertThat(store.read("t")).hasSize(1);
        }
    }

    @Test
    void folderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Store.open(file.resolve("below"), InstantSource.system()))
                .withMessageStartingWith("Folder " + file.resolve("below") + " cannot be written to: ")
                .matches(e -> e.setting().equals("data"));
    }

    @Test
    void storeThatAnotherHasOpenIsSaid() {
        try (Store store = open()) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(this::open)
                    .withMessageEndingWith(" is in use: does another server run on it?");
            assertThat(store.lost()).isZero();
        }
    }
}
