package dev.fanfare.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.server.config.ServerConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void looksAtEverythingOneLineEach() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ServerConfig config = ServerConfig.development().withPort(0);

        new Doctor(new PrintStream(out, true, StandardCharsets.UTF_8), InstantSource.system()).examine(config);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(8)
                .anyMatch(line -> line.equals("ok    127.0.0.1:0 is free"))
                .anyMatch(line -> line.startsWith("ok    Sockets are served by "))
                .anyMatch(line -> line.contains("files may be open"))
                .anyMatch(line -> line.startsWith("ok    The clock says "));
    }

    @Test
    void hostThatIsUnknownIsNamed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ServerConfig config = ServerConfig.development().withHost("name.invalid");

        assertThat(new Doctor(new PrintStream(out, true, StandardCharsets.UTF_8), InstantSource.system())
                        .examine(config))
                .isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("wrong `host` is name.invalid, which is unknown here");
    }

    @ParameterizedTest
    @CsvSource({
        "unlimited, 1000000, true",
        "65536, 1000, true",
        "1024, 10, false",
        "65536, 65500, false",
    })
    void fewDescriptorsAreFewerThanTheAppsMayNeed(String soft, int connections, boolean well) throws IOException {
        Path limits = Files.writeString(
                folder.resolve("limits"),
                "Limit                     Soft Limit           Hard Limit           Units     \n"
                        + "Max processes             7823                 7823                 processes \n"
                        + "Max open files            " + soft + "                 524288               files     \n");

        assertThat(DescriptorLimit.examine(limits, List.of(app(connections))).well())
                .isEqualTo(well);
    }

    @Test
    void clockBeforeTheProgramWasBuiltIsWrong() {
        Instant built = Instant.parse("2026-06-01T00:00:00Z");

        assertThat(Clock.examine(InstantSource.fixed(built.minusSeconds(1)), built)
                        .well())
                .isFalse();
        assertThat(Clock.examine(InstantSource.fixed(built), built).well()).isTrue();
    }

    private static App app(int connections) {
        AppLimits limits = AppLimits.NONE.with().connections(connections).build();
        return new App("1", "k", List.of(new AppSecret("s")), true, List.of(), 120, AppFeatures.NONE, limits);
    }
}
