package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked into an empty folder, with next to nothing in the environment. */
class PackageIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private static Path made;

    private static Path archive;

    @TempDir
    private Path folder;

    private Path home;
    private String launcher;

    @BeforeAll
    static void makeTheArchive() throws IOException, InterruptedException {
        archive = make(made);
    }

    @BeforeEach
    void unpackIt() throws IOException, InterruptedException {
        assertThat(run("tar", "-xzf", archive.toString(), "-C", folder.toString()))
                .isEqualTo(new Ended(0, ""));
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.findFirst().orElseThrow();
        }
        launcher = home.resolve("bin/fanfare").toString();
    }

    @Test
    void sameInputGivesTheSameBytes(@TempDir Path again) throws IOException, InterruptedException {
        assertThat(make(again)).hasSameBinaryContentAs(archive);
        Path sum = Path.of(archive + ".sha256");
        assertThat(sum).hasSameTextualContentAs(again.resolve(sum.getFileName()));
        assertThat(Files.readString(sum)).matches("[0-9a-f]{64}  " + archive.getFileName() + "\n");
    }

    @Test
    void versionIsThatOfTheArchive() throws IOException, InterruptedException {
        String version = archive.getFileName().toString().replaceAll("^fanfare-|\\.tar\\.gz$", "");

        assertThat(run(launcher, "version")).isEqualTo(new Ended(0, "Fanfare " + version + "\n"));
    }

    @Test
    void sampleConfigurationHoldsOnceItsAppIsNamed() throws IOException, InterruptedException {
        ProcessBuilder command = command(launcher, "check-config", home.resolve("etc/fanfare.yml") + "");
        command.environment()
                .putAll(Map.of("FANFARE_APP_ID", "7", "FANFARE_APP_KEY", "k", "FANFARE_APP_SECRET", "not shown"));

        assertThat(ended(command)).satisfies(end -> {
            assertThat(end.status()).as(end.said()).isZero();
            assertThat(end.said()).contains("FANFARE_APP_ID").doesNotContain("not shown");
        });
    }

    @Test
    void firstStartRecordsACacheThatTheSecondOneUses() throws IOException, InterruptedException {
        serveOnce(command(launcher, "server", "--port", "0"));
        assertThat(home.resolve("lib/server.aot")).isNotEmptyFile();

        Path loaded = folder.resolve("loaded.txt");
        ProcessBuilder second = command(launcher, "server", "--port", "0");
        second.environment().put("FANFARE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
        serveOnce(second);

        assertThat(loaded).content().contains("dev.fanfare.server.Main source: shared objects file");
    }

    @Test
    void serverStartsWhereNoCacheCanBeWritten() throws IOException, InterruptedException {
        serveOnce(command("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash", launcher, "server", "--port", "0"));

        assertThat(home.resolve("lib/server.aot")).doesNotExist();
    }

    @Test
    void launcherIsFoundThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("fanfare"), Path.of(launcher));

        assertThat(run(link.toString(), "version").status()).isZero();
    }

    @Test
    void unknownCommandIsRefused() throws IOException, InterruptedException {
        assertThat(run(launcher, "sevrer")).satisfies(end -> {
            assertThat(end.status()).isEqualTo(1);
            assertThat(end.said()).contains("no such command: sevrer; expected server, ");
        });
    }

    @Test
    void serviceImageAndInstructionsNameWhatIsInTheArchive() throws IOException {
        List<Path> texts = List.of(
                home.resolve("lib/systemd/fanfare.service"),
                home.resolve("README.txt"),
                ROOT.resolve("packaging/Dockerfile"),
                ROOT.resolve("docs/guides/deployment.md"));
        for (Path text : texts) {
            assertThat(Pattern.compile("/opt/fanfare/([\\w./-]+)")
                            .matcher(Files.readString(text))
                            .results()
                            .map(found -> home.resolve(found.group(1))))
                    .as(text.toString())
                    .isNotEmpty()
                    .allSatisfy(named -> assertThat(named).exists());
        }
    }

    @Test
    void serviceIsWhatSystemdExpects() throws IOException, InterruptedException {
        Path service = home.resolve("lib/systemd/fanfare.service");
        String text = Files.readString(service);
        assertThat(text).containsPattern("(?m)^ExecStart=/opt/fanfare/bin/fanfare server ");
        assertThat(text.lines()).allMatch(line -> line.matches("|#.*|\\[\\w+]|\\w+=.*"));

        Files.writeString(service, text.replace("/opt/fanfare", home.toString()));
        if (Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            assertThat(run("systemd-analyze", "verify", service.toString())).isEqualTo(new Ended(0, ""));
        }
    }

    @Test
    void everyLibraryHasALicense() throws IOException {
        String notice = Files.readString(home.resolve("NOTICE"));
        try (Stream<Path> libraries = Files.list(ROOT.resolve("server/target/lib"))) {
            assertThat(libraries.map(each -> each.getFileName().toString().replace(".jar", "")))
                    .filteredOn(name -> !name.startsWith("fanfare-"))
                    .allSatisfy(name -> assertThat(notice).contains(name + ": "));
        }
    }

    /** Starts it, publishes, asks for its health, and stops it. */
    private void serveOnce(ProcessBuilder command) throws IOException, InterruptedException {
        String port;
        try (ServerProcess server = ServerProcess.start(command);
                TestClient client = TestClient.open(server.webSocket())) {
            port = String.valueOf(server.uri().getPort());
            client.subscribe("news");
            client.await("pusher_internal:subscription_count");
            new TestApi(server.uri(), TestApp.DEVELOPMENT).trigger("news", "greeting", "hello");
            assertThat(client.await("greeting").data()).isEqualTo("hello");
            assertThat(run(launcher, "health", port)).isEqualTo(new Ended(0, ""));

            client.close();
            server.terminate();

            assertThat(server.exitStatus()).isZero();
        }
        assertThat(run(launcher, "health", port).status()).isEqualTo(1);
    }

    private static Path make(Path folder) throws IOException, InterruptedException {
        String java = JAVA_HOME.resolve("bin/java").toString();
        String program = ROOT.resolve("packaging/Archive.java").toString();
        Ended end = run(java, program, ROOT.toString(), folder.toString());
        assertThat(end.status()).as(end.said()).isZero();
        return Path.of(end.said().strip());
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        return ended(command(command));
    }

    private static Ended ended(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static ProcessBuilder command(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", JAVA_HOME.toString()));
        return builder;
    }

    private record Ended(int status, String said) {}
}
