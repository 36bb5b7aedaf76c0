package dev.fanfare.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TranscriptPlayerIT {
    private static final String SUBSCRIBED = """
            == title
            > {"event":"pusher:subscribe","data":{"channel":"cache-x"}}
            < {"event":"pusher_internal:subscription_succeeded","channel":"cache-x","data":"{}"}
            """;

    @RegisterExtension
    static final RealtimeServerExtension SERVER = RealtimeServerExtension.create();

    @TempDir
    private Path folder;

    private void play(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), text);
        TranscriptPlayer player = new TranscriptPlayer(SERVER.uri(), List.of(TestApp.DEVELOPMENT));
        for (Transcript transcript : Transcript.read(file)) {
            player.play(transcript);
        }
    }

    @Test
    void conversationAsWrittenPasses() {
        assertThatCode(() -> play(SUBSCRIBED + """
                        < {"event":"pusher:cache_miss","channel":"cache-x","data":"{}"}
                        < {"event":"pusher_internal:subscription_count","channel":"cache-x","data":"{\\"subscription_count\\":${#}}"}
                        """)).doesNotThrowAnyException();
    }

    @Test
    void anotherFrameThanWrittenFailsAndNamesTheLine() {
        assertThatThrownBy(() -> play(SUBSCRIBED + "< {\"event\":\"other\"}\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("t.txt:4: < {\"event\":\"other\"}")
                .hasMessageContaining("received {\"event\":\"pusher:cache_miss\"");
    }

    @Test
    void frameThatIsNotWrittenDownFails() {
        assertThatThrownBy(() -> play(SUBSCRIBED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("After the last line");
    }

    @Test
    void anotherAnswerThanWrittenFails() {
        assertThatThrownBy(() -> play("== title\nunsigned GET /apps/app-id/channels\n= 200 {}\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("answered 401");
    }
}
