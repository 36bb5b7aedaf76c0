package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.platform.realtime.LoggedEvent;
import dev.fanfare.platform.work.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept and told of unread messages, against counting them: whatever people do, and several at once. */
@OnEachDatabase
class UnreadCountPropertyTest {
    private static final List<String> PEOPLE = List.of("ada", "bob", "cleo");
    private static final int STEPS = 60;

    private final Chat chat;
    private final JdbcClient database;
    private final EventLog log;
    private final Map<String, Integer> told = new HashMap<>();
    private final Map<String, Long> heard = new HashMap<>();
    private List<Parties> conversations = List.of();

    UnreadCountPropertyTest(RunningPlatform platform) {
        chat = new Chat(platform);
        database = platform.bean(JdbcClient.class);
        log = platform.bean(EventLog.class);
    }

    @BeforeEach
    void begin() {
        conversations = List.of(parties("ada", "bob"), parties("bob", "cleo"), parties("ada", "cleo"));
        for (String user : PEOPLE) {
            told.put(user, recount(user));
            heard.put(user, log.position(channel(user)));
        }
    }

    private Parties parties(String low, String high) {
        return new Parties(chat.begin(low, high), low, high);
    }

    private static String channel(String user) {
        return "private-user-" + user;
    }

    /** Somebody sends, reads up to somewhere, or takes a message back, or the application writes. */
    private void step(Random random) {
        Parties parties = conversations.get(random.nextInt(conversations.size()));
        String conversation = parties.conversationId();
        String user = parties.both().get(random.nextInt(2));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> chat.send(user, conversation, "text");
            case 3, 4 ->
                chat.platform().bean(ReadPositions.class).read(user, conversation, 1 + random.nextInt(STEPS / 2));
            case 5 -> chat.platform().bean(Conversations.class).read(user, conversation);
            case 6 -> deleteOneOf(user, conversation, random);
            default -> appended(parties);
        }
    }

    private void deleteOneOf(String user, String conversation, Random random) {
        List<Message> own = chat.platform().bean(MessageTable.class).sentBy(user, conversation);
        if (!own.isEmpty()) {
            chat.platform()
                    .bean(Messages.class)
                    .delete(user, own.get(random.nextInt(own.size())).id());
        }
    }

    private void appended(Parties parties) {
        MessageAppender appender = chat.platform().bean(MessageAppender.class);
        chat.platform()
                .bean(Ledger.class)
                .change(() -> appender.append(
                        parties,
                        appender.hold(parties),
                        new MessageAppender.Draft(null, "from the application", null)));
    }

    private int kept(String user) {
        return chat.platform().bean(ConversationTable.class).unread(user);
    }

    private int recount(String user) {
        return database.sql("select count(*) from participant p join message m on m.conversation_id = p.conversation_id"
                        + " where p.account_id = ? and m.seq > p.read_seq and m.deleted_at is null"
                        + " and (m.sender_id is null or m.sender_id <> p.account_id)")
                .param(user)
                .query(Integer.class)
                .single();
    }

    /** What the user's devices show: the last total that they were told. */
    private int told(String user) {
        List<LoggedEvent> events = news(user);
        while (!events.isEmpty()) {
            for (LoggedEvent event : events) {
                heard.put(user, event.seq());
                JsonNode data = JsonMapper.shared().readTree(event.data());
                if (event.event().equals("unread:changed") && data.has("conversations")) {
                    told.put(user, data.path("conversations").asInt());
                }
            }
            events = news(user); // there may be more than one answer holds
        }
        return told.get(user);
    }

    private List<LoggedEvent> news(String user) {
        return log.after(channel(user), heard.get(user)).events();
    }

    private void assertAllCountsAreTrue(String when) {
        for (String user : PEOPLE) {
            int expected = recount(user);
            assertThat(kept(user)).as("kept for %s %s", user, when).isEqualTo(expected);
            assertThat(told(user)).as("told to %s %s", user, when).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsAreTrueAfterEachStep(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            step(random);
            assertAllCountsAreTrue("after step " + i + " of " + seed);
        }
    }

    @Test
    void countsAreTrueHoweverManyDoSomethingAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (long seed = 10; seed < 14; seed++) {
                Random random = new Random(seed);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < STEPS / 2; i++) {
                        step(random);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertAllCountsAreTrue("in the end");
    }
}
