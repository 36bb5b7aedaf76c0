package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.PlatformProcess;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.carrier.Exchange;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that gets texts and sends some is killed, and starts again on the same files. Its carrier goes on all the while. */
class KilledInboxIT {
    private static final String TEXTS = "/api/webhooks/twilio";
    private static final int ENOUGH = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();

    @TempDir
    Path directory;

    private interface Work {
        void go(int number) throws IOException, InterruptedException;
    }

    @Test
    void whatWasAnsweredIsThereOnceAndNobodyGetsATextTwice() throws IOException, InterruptedException {
        String database = PlatformProcess.databaseIn(directory);
        try (Exchange exchange = new Exchange(Duration.ofMillis(30))) {
            try (PlatformProcess process = PlatformProcess.start(database, exchange.settings())) {
                exchange.reports(process.address());
                begin(process, exchange);
                await().atMost(Duration.ofMinutes(2)).until(() -> received.size() >= ENOUGH && sent.size() >= ENOUGH);
                process.kill();
                for (Thread one : people) {
                    one.join();
                }
            }
            try (RunningPlatform platform = RunningPlatform.start(database, exchange.settings())) {
                exchange.reports(platform.address("").toString());
                check(new Office(platform), exchange);
            }
        }
    }

    private void begin(PlatformProcess process, Exchange exchange) throws IOException, InterruptedException {
        String token = process.token("dan");
        String contact = PlatformProcess.json(process.post(
                        token, "/api/contacts", "{\"phone\":\"+14155550100\",\"teamId\":\"team_support\"}"))
                .path("id")
                .asString();
        for (int i = 0; i < 3; i++) {
            String from = "+1415555020" + i;
            repeat(number -> text(process, exchange, "SMin" + number, from));
            repeat(number -> {
                String id = "out-" + number;
                String body = "{\"contactId\":\"" + contact + "\",\"channel\":\"sms\",\"body\":\"" + id
                        + "\",\"clientId\":\"" + id + "\"}";
                if (process.post(token, "/api/messages/send", body).statusCode() == 200) {
                    sent.add(id);
                }
            });
        }
    }

    private void text(PlatformProcess process, Exchange exchange, String sid, String from)
            throws IOException, InterruptedException {
        Map<String, String> form = TwilioCalls.form(sid, from, Office.LINE, "Text " + sid);
        HttpRequest request = HttpRequest.newBuilder(URI.create(process.address() + TEXTS))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", exchange.signature(TEXTS, form))
                .POST(HttpRequest.BodyPublishers.ofString(Exchange.encoded(form)))
                .build();
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            received.add(sid);
        }
    }

    /** Until the platform is gone. */
    private void repeat(Work work) {
        people.add(Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    work.go(count.incrementAndGet());
                }
            } catch (IOException e) {
                // it is gone
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void check(Office office, Exchange exchange) {
        List<String> inbound = office.database()
                .sql("select external_id from contact_message where direction = 'INBOUND' and external_id like 'SMin%'")
                .query(String.class)
                .list();
        assertThat(inbound).doesNotHaveDuplicates().containsAll(received);
        assertThat(inbound.size()).isLessThanOrEqualTo(received.size() + people.size());
        List<String> outbound = office.database()
                .sql("select client_id from contact_message where client_id like 'out-%'")
                .query(String.class)
                .list();
        assertThat(outbound).doesNotHaveDuplicates().containsAll(sent);

        // What was under way is asked for when its time is over, which nobody has to wait for here.
        office.database()
                .sql("update contact_message set due_at = started_at where phase = 'SENDING'")
                .update();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(unsettled(office)).isEmpty());
        List<String> taken = exchange.carrier().taken();
        assertThat(taken).doesNotHaveDuplicates().isSubsetOf(outbound);
        List<String> unknown = office.database()
                .sql("select client_id from contact_message where error_code = 'outcome_unknown'")
                .query(String.class)
                .list();
        assertThat(unknown).noneMatch(taken::contains);
        assertThat(taken.size() + unknown.size()).isEqualTo(outbound.size());
    }

    private static List<String> unsettled(Office office) {
        return office.database()
                .sql("select client_id from contact_message where client_id like 'out-%'"
                        + " and status not in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED')")
                .query(String.class)
                .list();
    }
}
