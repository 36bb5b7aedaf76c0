package dev.fanfare.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    @TempDir
    private Path folder;

    private List<Transcript> read(String text) throws IOException {
        return Transcript.read(Files.writeString(folder.resolve("t.txt"), text));
    }

    @Test
    void everyKindOfLineIsUnderstood() throws IOException {
        List<Transcript> transcripts = read("""
                # comment
                == first
                a @ /app/k?protocol=7 | Origin: https://x
                > not json
                b< {"event":"e"}
                a>ping x
                a<pong x
                a! 4001
                .
                b-
                b~
                let ann = {"id": 1}
                POST /apps/a/events {"x": 1}
                = 200 {}
                == second
                unsigned GET /up
                """);

        assertThat(transcripts).extracting(Transcript::title).containsExactly("first", "second");
        assertThat(transcripts.getFirst().lines())
                .extracting(Transcript.Line::step)
                .containsExactly(
                        new Step.Connect("a", "/app/k?protocol=7", Map.of("Origin", "https://x")),
                        new Step.Send("", "not json"),
                        new Step.Expect("b", "{\"event\":\"e\"}"),
                        new Step.SendPing("a", "x"),
                        new Step.ExpectPong("a", "x"),
                        new Step.ExpectClose("a", 4001),
                        new Step.ExpectNothing(""),
                        new Step.Leave("b"),
                        new Step.Drop("b"),
                        new Step.Let("ann", "{\"id\": 1}"),
                        new Step.Call("POST", "/apps/a/events", "{\"x\": 1}", true),
                        new Step.Answer(200, "{}"));
        assertThat(transcripts.getLast().lines())
                .extracting(Transcript.Line::step)
                .containsExactly(new Step.Call("GET", "/up", "", false));
    }

    @Test
    void lineThatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> read("== title\n\nhello\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t.txt:3: Not a line of a transcript: hello");
    }

    @Test
    void lineBeforeTheFirstTitleIsRefused() {
        assertThatThrownBy(() -> read("> {}\n")).hasMessageContaining("t.txt:1: expected a title");
    }
}
