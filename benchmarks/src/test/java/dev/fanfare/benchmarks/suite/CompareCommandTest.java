package dev.fanfare.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final Path SCRIPT = Path.of("src/main/peers/soketi.sh");

    @TempDir
    private Path folder;

    @Test
    void unknownPeerIsRefusedWithTheNamesOfThoseThereAre() {
        assertThatThrownBy(() -> run("pusher")).hasMessage("Peer is pusher, expected one of [soketi]");
        assertThatThrownBy(this::run).hasMessage("Peer is missing, expected one of [soketi]");
    }

    @Test
    void soketiIsInstalledOnLinuxX64Only() throws Exception {
        machine("Darwin", "arm64");

        assertThat(install("peer"))
                .isEqualTo("2 soketi is installed on linux-x64 only: its sockets are fetched ready built\n");
    }

    @Test
    void soketiIsNotInstalledWithoutNpm() throws Exception {
        machine("Linux", "x86_64");

        assertThat(install("peer")).isEqualTo("2 npm is missing, and soketi comes from its registry\n");
    }

    @Test
    void whatIsInstalledIsLeftAlone() throws Exception {
        Files.createFile(Files.createDirectory(folder.resolve("peer")).resolve("installed-1.6.1"));

        assertThat(install("peer")).isEqualTo("0 ");
    }

    private int run(String... arguments) {
        return CompareCommand.run(List.of(arguments), folder, folder, System.out);
    }

    /** On this machine's PATH there is nothing but {@code uname}. */
    private void machine(String system, String processor) throws IOException {
        Path uname = folder.resolve("uname");
        Files.writeString(
                uname, "#!/bin/sh\ncase $1 in -s) echo " + system + " ;; *) echo " + processor + " ;; esac\n");
        assertThat(uname.toFile().setExecutable(true)).isTrue();
    }

    /** The exit status, and what was said. */
    private String install(String peer) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                SCRIPT.toAbsolutePath().toString(),
                "install",
                folder.resolve(peer).toString());
        command.environment().clear();
        command.environment().put("PATH", folder.toString());
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
