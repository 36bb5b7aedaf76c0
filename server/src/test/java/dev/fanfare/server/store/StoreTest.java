package dev.fanfare.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    @Test
    void changeReachesTheFileWithoutAClose() {
        try (Store store = open()) {
            store.put("t", "key", "a value to look for");

            await().until(() -> Files.readString(folder.resolve(Store.FILE), StandardCharsets.ISO_8859_1)
                    .contains("a value to look for"));
        }
    }

    @Test
    void damageInAnyPlaceIsFoundAtTheStartOrDoesNoHarm() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 300; i++) {
                store.put("t", "key" + i, "value" + i);
            }
        }
        Path file = folder.resolve(Store.FILE);
        byte[] whole = Files.readAllBytes(file);
        long second = 0;
        for (int at = 0; at < whole.length; at += 509) {
            byte[] damaged = whole.clone();
            for (int i = at; i < Math.min(at + 64, whole.length); i++) {
                damaged[i] = (byte) ~damaged[i];
            }
            Files.write(file, damaged);
            Instant now = Instant.ofEpochSecond(second++);
            try (Store store = Store.open(folder, () -> now)) {
                assertThat(store.read("t").size()).as("damage at %d", at).isIn(0, 300);
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskAtTheStartIsSaidAndNothingIsPutAside() throws IOException {
        Files.createSymbolicLink(folder.resolve(Store.FILE), Path.of("/dev/full"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("No space left on device");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(Store.FILE));
        }
    }

    @Test
    void whatDoesNotFitOnTheDiskIsCountedAndTheRestGoesOn() throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 300; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        FillsTheDisk.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).containsOnlyOnce("can no longer be written to").contains("lost some, still here");
    }

    /** Runs where files have a largest size, so that writing fails as on a full disk. */
    static final class FillsTheDisk {
        public static void main(String[] arguments) {
            Store store = Store.open(Path.of(arguments[0]), InstantSource.system());
            for (int i = 0; store.lost() < 1_000; i++) {
                store.put("t", "key" + i, "value".repeat(100));
            }
            System.out.println(store.keeps() ? "kept all" : "lost some, still here");
            store.close();
        }
    }
}
