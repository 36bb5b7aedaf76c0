package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** One inbox that fifty agents look at while texts come and are read. */
class FiftyAgentsTest {
    private static final String LINE = "+12025550180";
    private static final int AGENTS = 50;
    private static final int CONTACTS = 6;
    private static final int TEXTS = 4;

    private final Map<String, TestClient> clients = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void allHearTheSameAndTheLastTotalIsTheRightOne(Database database) throws Exception {
        try (RunningPlatform platform = RunningPlatform.on(database, "--platform.rate-limits.factor=100")) {
            Office office = new Office(platform);
            List<String> agents = agents(platform);
            office.bean(Teams.class).keep("team_many", "org_123", "Many", agents, List.of(LINE));
            for (String agent : agents) {
                TestClient client = platform.client();
                office.as(agent).subscribe(client, "private-user-" + agent);
                clients.put(agent, client);
            }

            write(office);
            readHalf(office, agents);

            int unread = CONTACTS / 2;
            for (String agent : agents) {
                Caller caller = office.as(agent);
                assertThat(Office.ok(caller.get("/api/contacts/unread-count"))
                                .path("unread")
                                .asInt())
                        .isEqualTo(unread);
            }
            for (TestClient client : clients.values()) {
                List<JsonNode> heard = heard(client, CONTACTS * TEXTS + CONTACTS / 2);
                assertThat(heard.getLast().path("unread").asInt()).isEqualTo(unread);
            }
        } finally {
            for (TestClient client : clients.values()) {
                client.close();
            }
        }
    }

    private static List<String> agents(RunningPlatform platform) {
        List<String> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            String id = "agent" + i;
            platform.bean(Accounts.class)
                    .add(new Account(id, id + "@demo.test", "Agent " + i, null, Role.AGENT), Accounts.DEMO_PASSWORD);
            platform.bean(Tenants.class).admit("org_123", id);
            agents.add(id);
        }
        return agents;
    }

    private static String number(int contact) {
        return "+1415777000" + contact;
    }

    /** All contacts at once. */
    private static void write(Office office) throws InterruptedException {
        atOnce(CONTACTS, contact -> {
            for (int i = 0; i < TEXTS; i++) {
                assertThat(office.twilio()
                                .text(number(contact), LINE, "Text " + i)
                                .status())
                        .isEqualTo(200);
            }
        });
    }

    /** Several agents read the same contacts at once: one of them is the first. */
    private static void readHalf(Office office, List<String> agents) throws InterruptedException {
        atOnce(CONTACTS, i -> {
            String id = office.bean(ContactTable.class).withNumber("team_many", number(i / 2));
            Office.ok(office.post(agents.get(i * 7), "/api/contacts/" + id + "/read", Map.of()));
        });
    }

    private interface Work {
        void of(int number) throws IOException, InterruptedException;
    }

    private static void atOnce(int times, Work work) throws InterruptedException {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, times)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    try {
                        work.of(i);
                    } catch (IOException | InterruptedException | AssertionError e) {
                        failures.add(e);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private static List<JsonNode> heard(TestClient client, int count) {
        List<JsonNode> heard = new ArrayList<>();
        while (heard.size() < count) {
            heard.add(RunningPlatform.heard(client, "inbox:changed").dataJson());
        }
        return heard;
    }
}
