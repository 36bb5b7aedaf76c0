package dev.fanfare.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of documents do all the time. */
record Desk(RunningPlatform platform) {
    static final String TENANT = "private-tenant-org_123";

    Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /** Ada begins one for the whole tenant. */
    JsonNode begin(String title) throws IOException, InterruptedException {
        return begin(Map.of("title", title, "text", "Begun"));
    }

    /** Ada begins one for some. */
    JsonNode beginFor(String title, String... memberIds) throws IOException, InterruptedException {
        return begin(Map.of("title", title, "text", "Begun", "access", "members", "memberIds", List.of(memberIds)));
    }

    private JsonNode begin(Map<String, ?> wanted) throws IOException, InterruptedException {
        Answer answer = as("ada").post("/api/documents", json(wanted));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    JsonNode see(String name, String id) throws IOException, InterruptedException {
        Answer answer = as(name).get("/api/documents/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Answer write(String name, String id, String text, long version) throws IOException, InterruptedException {
        return as(name).patch("/api/documents/" + id, json(Map.of("text", text)), Long.toString(version));
    }

    Answer open(String name, String id, String access, String... memberIds) throws IOException, InterruptedException {
        return as(name).put(
                        "/api/documents/" + id + "/access",
                        json(Map.of("access", access, "memberIds", List.of(memberIds))));
    }

    List<String> titles(String name, String query) throws IOException, InterruptedException {
        return as(name).get("/api/documents?limit=100&q=" + query)
                .json()
                .path("documents")
                .valueStream()
                .map(document -> document.path("title").asString())
                .toList();
    }

    /** A client that follows a channel. */
    TestClient follow(String name, String channel) throws IOException, InterruptedException {
        TestClient client = platform.client();
        as(name).subscribe(client, channel);
        return client;
    }

    /** What is next told of a document on a channel: what is told of others is left out. */
    static ReceivedFrame told(TestClient client, String documentId) {
        ReceivedFrame frame = client.await();
        while (frame.event().startsWith("pusher")
                || !frame.dataJson().path("id").asString("").equals(documentId)) {
            frame = client.await();
        }
        return frame;
    }

    void inTransaction(Runnable change) {
        new TransactionTemplate(platform.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> change.run());
    }

    static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
