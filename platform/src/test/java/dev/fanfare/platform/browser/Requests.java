package dev.fanfare.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens elsewhere while somebody looks at a page: requests without a browser. */
record Requests(RunningPlatform platform) {
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    JsonNode post(String name, String path, Map<String, ?> body) throws IOException, InterruptedException {
        RunningPlatform.Answer answer =
                Callers.of(platform, name).post(path, JsonMapper.shared().writeValueAsString(body));
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    /** A new conversation of its own subject. */
    String conversation(String one, String other) throws IOException, InterruptedException {
        Map<String, String> subject =
                Map.of("type", "test", "id", UUID.randomUUID().toString(), "title", "A lamp");
        return post(one, "/api/conversations", Map.of("participantId", other, "subject", subject))
                .path("id")
                .asString();
    }

    /** The link that dan has somebody new choose a password with, who is to work with him. */
    String invitation(String name) throws IOException, InterruptedException {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@demo.test";
        Map<String, ?> person = Map.of("name", name, "email", email, "role", "USER", "tenantIds", List.of("org_123"));
        return post("dan", "/api/admin/people", person)
                .path("invitation")
                .path("url")
                .asString();
    }

    /** One of ada's, from ten euros. */
    String auction(String title, Duration lasts) throws IOException, InterruptedException {
        Map<String, ?> offer = Map.of(
                "title",
                title,
                "description",
                "Rewired",
                "currency",
                "EUR",
                "startPriceMinor",
                1000,
                "endAt",
                Instant.now().plus(lasts).toString());
        return post("ada", "/api/auctions", offer).path("id").asString();
    }

    /** One of ada's, for everybody she works with. */
    String document(String title, String text) throws IOException, InterruptedException {
        return post("ada", "/api/documents", Map.of("title", title, "text", text))
                .path("id")
                .asString();
    }

    /** One of ada's, for ten euros, in the first category. */
    String product(String title, int stock) throws IOException, InterruptedException {
        String category = Callers.of(platform, "ada")
                .get("/api/categories")
                .json()
                .path("categories")
                .path(0)
                .path("id")
                .asString();
        Map<String, ?> offer = Map.of(
                "title",
                title,
                "description",
                "Rewired",
                "currency",
                "EUR",
                "priceMinor",
                1000,
                "stock",
                stock,
                "categoryId",
                category);
        return post("ada", "/api/products", offer).path("id").asString();
    }

    /** One piece. */
    String order(String name, String product) throws IOException, InterruptedException {
        return post(name, "/api/products/" + product + "/orders", Map.of("quantity", 1))
                .path("id")
                .asString();
    }

    void bid(String name, String auction, long amountMinor) throws IOException, InterruptedException {
        post(name, "/api/auctions/" + auction + "/bids", Map.of("amountMinor", amountMinor));
    }

    void message(String name, String conversation, String text) throws IOException, InterruptedException {
        post(name, "/api/conversations/" + conversation + "/messages", Map.of("text", text));
    }

    /** With the cards of Fibonacci, and two tasks. */
    String pokerSession(String name, String title) throws IOException, InterruptedException {
        Map<String, ?> session =
                Map.of("title", title, "tasks", List.of(Map.of("title", "Sign in"), Map.of("title", "Sign out")));
        return post(name, "/api/poker/sessions", session).path("id").asString();
    }

    void poker(String name, String session, String action, Map<String, ?> body)
            throws IOException, InterruptedException {
        post(name, "/api/poker/sessions/" + session + "/" + action, body);
    }

    /** For the task that is voted on, by somebody who joins if need be. */
    void pokerVote(String name, String session, int storyPoints) throws IOException, InterruptedException {
        String path = "/api/poker/sessions/" + session;
        JsonNode known = post(name, path + "/join", Map.of());
        Map<String, ?> vote = Map.of("taskId", known.path("currentTaskId").asString(), "storyPoints", storyPoints);
        RunningPlatform.Answer answer = Callers.of(platform, name)
                .put(path + "/vote", JsonMapper.shared().writeValueAsString(vote));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** A new contact of an agent's team, with a number that nobody else has. */
    String contact(String agent, String name) throws IOException, InterruptedException {
        return contact(agent, name, "+4477009" + NUMBERS.incrementAndGet());
    }

    String contact(String agent, String name, String phone) throws IOException, InterruptedException {
        JsonNode teams = Callers.of(platform, agent).get("/api/teams").json().path("teams");
        Map<String, String> contact = Map.of(
                "name", name, "phone", phone, "teamId", teams.path(0).path("id").asString());
        return post(agent, "/api/contacts", contact).path("id").asString();
    }

    /** The contact writes to an agent's team, through the carrier. */
    void textIn(String agent, String contact, String body) throws IOException, InterruptedException {
        post(agent, "/api/demo/texts", Map.of("contactId", contact, "body", body));
    }
}
