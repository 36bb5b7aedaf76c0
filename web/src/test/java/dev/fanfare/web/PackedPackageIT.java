package dev.fanfare.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What applications get that install the browser package, each in a folder of its own with nothing else. */
class PackedPackageIT {
    private static final Path FIXTURES = Path.of("fixtures");

    @TempDir
    static Path packed;

    @TempDir
    Path folder;

    @BeforeAll
    static void pack() throws IOException, InterruptedException {
        Command.succeeds(
                Path.of("packages/real-time"), "npm", "pack", "--silent", "--pack-destination", packed.toString());
    }

    @Test
    void aViteApplicationWithReact19IsBuiltAndHearsOfABid() throws IOException, InterruptedException {
        application("vite", tarball());
        script("typecheck");
        script("build");
        assertThat(folder.resolve("dist/index.html")).content().contains("<script type=\"module\"");
        script("rendered", "19");
    }

    @Test
    void theSameSourcesWorkWithReact18() throws IOException, InterruptedException {
        application(
                "vite",
                tarball(),
                "react@18.3.1",
                "react-dom@18.3.1",
                "@types/react@18.3.32",
                "@types/react-dom@18.3.7");
        script("typecheck");
        script("rendered", "18");
    }

    @Test
    void theSameSourcesWorkUnderTheNameThatTheSystemsImport() throws IOException, InterruptedException {
        application("vite", "@repo/real-time@file:" + tarball());
        rename("@fanfare/real-time", "@repo/real-time");
        assertThat(folder.resolve("node_modules/@fanfare")).doesNotExist();
        script("typecheck");
        script("build");
        script("rendered", "19");
    }

    @Test
    void aNextApplicationIsBuiltAndItsServerOpensNoSocket() throws IOException, InterruptedException {
        application("next", tarball());
        script("build");
        script("rendered");
    }

    @Test
    void nodeRequiresAndImportsTheEntryForServers() throws IOException, InterruptedException {
        application("node", tarball());
        script("required");
        script("imported");
        script("typecheck");
    }

    private void application(String fixture, String... packages) throws IOException, InterruptedException {
        for (Path file : filesIn(FIXTURES.resolve(fixture))) {
            Path copy = folder.resolve(FIXTURES.resolve(fixture).relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        List<String> command = new ArrayList<>(List.of(
                "npm", "install", "--save-exact", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"));
        command.addAll(Arrays.asList(packages));
        Command.succeeds(folder, command.toArray(String[]::new));
    }

    private void script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm", "run", name, "--"));
        command.addAll(Arrays.asList(arguments));
        Command.succeeds(folder, command.toArray(String[]::new));
    }

    private void rename(String from, String to) throws IOException {
        for (Path file : filesIn(folder.resolve("src"))) {
            Files.writeString(file, Files.readString(file).replace(from, to));
        }
    }

    private static String tarball() throws IOException {
        try (Stream<Path> files = Files.list(packed)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static List<Path> filesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
