package dev.fanfare.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users are told of their counts, against counting: whatever comes, and whatever they do with it. */
@OnEachDatabase
class CountsPropertyTest {
    private static final String EVE = "eve";
    private static final String CHANNEL = "private-user-eve";
    private static final int STEPS = 80;

    private final Telling telling;
    private final EventLog log;
    private final NotificationTable table;
    private final Inbox inbox;
    private Counts told = new Counts(0, 0);
    private long heard;

    CountsPropertyTest(RunningPlatform platform) {
        telling = new Telling(platform);
        log = platform.bean(EventLog.class);
        table = platform.bean(NotificationTable.class);
        inbox = platform.bean(Inbox.class);
    }

    @BeforeEach
    void begin() {
        telling.begin();
        heard = log.position(CHANNEL);
    }

    private void step(Random random) {
        String page = "/messages/" + random.nextInt(3);
        Notice notice =
                Notice.to(EVE, NotificationType.MESSAGE, "title", "text").linkingTo(page);
        switch (random.nextInt(10)) {
            case 0, 1 -> telling.notifications().notify(notice);
            case 2, 3 -> telling.notifications().notify(notice.grouped());
            case 4 -> telling.notifications().readLeadingTo(EVE, page);
            case 5 -> inbox.seeAll(EVE);
            case 6, 7, 8 -> markOne(random);
            default -> {
                if (random.nextInt(4) == 0) {
                    inbox.readAll(EVE);
                }
            }
        }
    }

    private void markOne(Random random) {
        List<StoredNotification> all = table.all(EVE);
        if (!all.isEmpty()) {
            Inbox.Mark[] marks = Inbox.Mark.values();
            inbox.mark(EVE, all.get(random.nextInt(all.size())).id(), marks[random.nextInt(marks.length)]);
        }
    }

    private Counts recount() {
        List<StoredNotification> current =
                table.all(EVE).stream().filter(each -> !each.archived()).toList();
        return new Counts((int) current.stream().filter(each -> !each.read()).count(), (int)
                current.stream().filter(each -> !each.seen()).count());
    }

    /** What the user's devices show: the last counts that they were told. */
    private Counts told() {
        log.after(CHANNEL, heard).events().forEach(event -> {
            heard = event.seq();
            JsonNode data = JsonMapper.shared().readTree(event.data());
            if (event.event().equals("unread:changed") && data.has("notifications")) {
                told = new Counts(
                        data.path("notifications").asInt(), data.path("unseen").asInt());
            }
        });
        return told;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsToldLastIsWhatThereIsAfterEachStep(long seed) {
        told = new Counts(0, 0);
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            step(random);
            Counts expected = recount();
            assertThat(table.counts(EVE)).as("counted after step %s", i).isEqualTo(expected);
            assertThat(told()).as("told after step %s", i).isEqualTo(expected);
        }
    }
}
