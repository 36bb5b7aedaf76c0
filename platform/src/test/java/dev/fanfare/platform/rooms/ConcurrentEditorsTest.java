package dev.fanfare.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ConcurrentEditorsTest {
    private static final int EDITORS = 20;
    private static final int LINES = 4;

    /** Adds a line, to whatever is there by then, as a careful client does. */
    private static int addLine(Desk desk, String name, String id, String line)
            throws IOException, InterruptedException {
        JsonNode known = desk.see(name, id);
        for (int tries = 1; ; tries++) {
            Answer answer = desk.write(
                    name,
                    id,
                    known.path("text").asString() + "\n" + line,
                    known.path("version").asLong());
            if (answer.status() == 200) {
                return tries;
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(412);
            known = answer.json().path("current");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twentyWhoWriteAtOnceLoseNothingAndVersionsHaveNoGap(Database database)
            throws IOException, InterruptedException, ExecutionException {
        try (RunningPlatform platform = RunningPlatform.on(database, "--platform.rate-limits.factor=1000")) {
            Desk desk = new Desk(platform);
            String id = desk.begin("Crowded").path("id").asString();
            List<String> names = List.of("ada", "bob", "cleo", "dan");
            for (String name : names) {
                desk.as(name);
            }
            List<String> lines = new ArrayList<>();
            int tries = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(EDITORS)) {
                List<Future<Integer>> editors = new ArrayList<>();
                for (int editor = 0; editor < EDITORS; editor++) {
                    String name = names.get(editor % names.size());
                    List<String> own = lines(editor);
                    lines.addAll(own);
                    editors.add(threads.submit(() -> {
                        int needed = 0;
                        for (String line : own) {
                            needed += addLine(desk, name, id, line);
                        }
                        return needed;
                    }));
                }
                for (Future<Integer> editor : editors) {
                    tries += editor.get();
                }
            }

            JsonNode document = desk.see("ada", id);
            assertThat(tries).as("those who met somebody else's version").isGreaterThan(EDITORS * LINES);
            assertThat(document.path("text").asString().lines().skip(1)).containsExactlyInAnyOrderElementsOf(lines);
            long last = 1 + EDITORS * LINES;
            assertThat(document.path("version").asLong()).isEqualTo(last);
            assertThat(toldVersions(desk, id))
                    .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    private static List<String> lines(int editor) {
        return IntStream.range(0, LINES)
                .mapToObj(line -> "Editor " + editor + ", line " + line)
                .toList();
    }

    /** In the order of the tenant's log, which is the order in which everybody hears of them. */
    private static List<Long> toldVersions(Desk desk, String id) throws IOException, InterruptedException {
        return desk.as("cleo")
                .get("/api/realtime/events?after=0&channel=" + Desk.TENANT)
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("data").path("id").asString("").equals(id))
                .map(event -> event.path("data").path("version").asLong())
                .toList();
    }
}
