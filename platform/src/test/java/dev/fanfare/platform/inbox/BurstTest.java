package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.carrier.TwilioCalls;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five hundred webhooks at once, a third of them repeated, all in any order. */
class BurstTest {
    private static final int CONTACTS = 8;
    private static final int TEXTS = 250;
    private static final int SENT = 28;
    private static final int REPEATED = 166;
    private static final int THREADS = 16;

    /** A webhook that can be sent again and again. */
    private interface Call {
        RunningPlatform.Answer send(TwilioCalls twilio) throws IOException, InterruptedException;
    }

    private static String number(int contact) {
        return "+4420794601" + (60 + contact);
    }

    private static String sentSid(int number) {
        return "SMsent" + number;
    }

    /** In the order in which a carrier would send them to somebody who answers at once. */
    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            Map<String, String> form =
                    TwilioCalls.form("SMtext" + i, number(i % CONTACTS), Office.LINE, "Text number " + i);
            calls.add(twilio -> twilio.text(form));
        }
        for (int i = 0; i < SENT; i++) {
            String sid = sentSid(i);
            String last = i % 4 == 0 ? "undelivered" : "delivered";
            calls.add(twilio -> twilio.status(sid, "sending", ""));
            calls.add(twilio -> twilio.status(sid, "sent", ""));
            calls.add(twilio -> twilio.status(sid, last, last.equals("undelivered") ? "30003" : ""));
        }
        return calls;
    }

    /** What the webhooks are about: a message to each contact that the carrier has taken, and some more. */
    private static Office office(RunningPlatform platform) {
        Office office = new Office(platform);
        ContactTable contacts = office.bean(ContactTable.class);
        for (int i = 0; i < SENT; i++) {
            String phone = number(i % CONTACTS);
            int number = i;
            office.bean(Desk.class).ledger().change(() -> {
                Desk desk = office.bean(Desk.class);
                Contact contact = contacts.lockOrCreate("team_support", phone, null, desk.now());
                long seq = contact.progress().lastSeq() + 1;
                office.bean(ContactMessageTable.class)
                        .insert(new StoredMessage(
                                "sent" + number,
                                contact.id(),
                                seq,
                                Direction.OUTBOUND,
                                Medium.SMS,
                                Office.LINE,
                                "Sent " + number,
                                new Delivery(MessageStatus.QUEUED, null, null, sentSid(number)),
                                Sending.NOTHING,
                                "dan",
                                null,
                                null,
                                desk.now()));
                contacts.save(contact.with(new Contact.Progress(seq, 0, 0)));
                return true;
            });
        }
        return office;
    }

    @ParameterizedTest
    @EnumSource
    void aBurstEndsAsOneCallAfterTheOtherDoes(Database database) throws Exception {
        List<Call> distinct = calls();
        assertThat(distinct.size() + REPEATED).isEqualTo(500);
        try (RunningPlatform bursting = RunningPlatform.on(database);
                RunningPlatform replaying = RunningPlatform.on(database)) {
            Office burst = office(bursting);
            Office replay = office(replaying);
            List<Call> calls = new ArrayList<>(distinct);
            Random random = new Random(7);
            for (int i = 0; i < REPEATED; i++) {
                calls.add(distinct.get(random.nextInt(distinct.size())));
            }
            Collections.shuffle(calls, random);

            List<Integer> answers = atOnce(burst, calls);
            for (Call call : distinct) {
                call.send(replay.twilio());
            }

            assertThat(answers).hasSize(500).allMatch(status -> status == 200 || status == 204);
            for (int i = 0; i < CONTACTS; i++) {
                String one = burst.withNumber(number(i));
                String other = replay.withNumber(number(i));
                assertThat(state(burst, one)).isEqualTo(state(replay, other));
                assertNothingIsToldTwiceOrMissing(burst, one);
            }
            assertThat(lastUnread(burst)).isEqualTo(lastUnread(replay));
        }
    }

    private static List<Integer> atOnce(Office office, List<Call> calls) throws InterruptedException {
        Queue<Call> left = new ConcurrentLinkedQueue<>(calls);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (Call call = left.poll(); call != null; call = left.poll()) {
                        answers.add(call.send(office.twilio()).status());
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(answers);
    }

    /** All that does not depend on when something came, or on what it is called. */
    private static Map<String, String> state(Office office, String contact) throws IOException, InterruptedException {
        JsonNode view = office.see(contact);
        Map<String, String> state = new TreeMap<>();
        state.put("unread", view.path("unreadCount").asString());
        state.put("status", view.path("status").asString());
        for (JsonNode message : office.messages(contact)) {
            String before = state.put(
                    message.path("body").asString(),
                    message.path("status").asString() + " "
                            + message.path("errorCode").asString(""));
            assertThat(before).isNull();
        }
        return state;
    }

    private static void assertNothingIsToldTwiceOrMissing(Office office, String contact)
            throws IOException, InterruptedException {
        List<JsonNode> messages = office.messages(contact);
        assertThat(messages)
                .extracting(message -> message.path("seq").asLong())
                .isEqualTo(LongStream.rangeClosed(1, messages.size()).boxed().toList());
        assertThat(office.told(contact, "message:created"))
                .extracting(told -> told.path("id").asString())
                .isEqualTo(messages.stream()
                        .filter(message -> message.path("direction").asString().equals("inbound"))
                        .map(message -> message.path("id").asString())
                        .toList());
    }

    /** The last total that dan was told, which has to be the one that he gets when he asks. */
    private static int lastUnread(Office office) throws IOException, InterruptedException {
        int last = office.database()
                .sql("select data from channel_event where channel = 'private-user-dan' and name = 'inbox:changed'"
                        + " order by seq desc limit 1")
                .query((row, number) -> JsonMapper.shared()
                        .readTree(row.getString(1))
                        .path("unread")
                        .asInt())
                .single();
        assertThat(Office.ok(office.as("dan").get("/api/contacts/unread-count"))
                        .path("unread")
                        .asInt())
                .isEqualTo(last);
        return last;
    }
}
