package dev.fanfare.platform.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Ada, who sells, and those who buy. */
public record Market(RunningPlatform platform) {
    public Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /** One of the tenant of Ada and the others. */
    String category() throws IOException, InterruptedException {
        return category("ada");
    }

    String category(String who) throws IOException, InterruptedException {
        return as(who).get("/api/categories")
                .json()
                .path("categories")
                .path(0)
                .path("id")
                .asString();
    }

    /**
     * Ada offers something for 25.00 EUR.
     *
     * @return its id
     */
    public String offer(String title, int stock) throws IOException, InterruptedException {
        return id(offerWith("\"title\":\"" + title + "\"", "\"stock\":" + stock));
    }

    /** @param more fields as JSON, which replace the usual ones */
    Answer offerWith(String... more) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(List.of(
                "\"title\":\"A stool\"",
                "\"description\":\"Three legs\"",
                "\"currency\":\"EUR\"",
                "\"priceMinor\":2500",
                "\"stock\":5",
                "\"categoryId\":\"" + category() + "\""));
        for (String field : more) {
            String name = field.substring(0, field.indexOf(':') + 1);
            fields.removeIf(usual -> usual.startsWith(name));
            fields.add(field);
        }
        return as("ada").post("/api/products", "{" + String.join(",", fields) + "}");
    }

    Answer order(String who, String productId, int quantity) throws IOException, InterruptedException {
        return as(who).post("/api/products/" + productId + "/orders", "{\"quantity\":" + quantity + "}");
    }

    /**
     * Bob orders one.
     *
     * @return the id of the order
     */
    String ordered(String productId) throws IOException, InterruptedException {
        return id(order("bob", productId, 1));
    }

    Answer move(String who, String orderId, String status) throws IOException, InterruptedException {
        return as(who).patch("/api/orders/" + orderId + "/status", "{\"status\":\"" + status + "\"}", "");
    }

    JsonNode see(String who, String path) throws IOException, InterruptedException {
        Answer answer = as(who).get(path);
        assertThat(answer.status()).as("%s %s", path, answer).isEqualTo(200);
        return answer.json();
    }

    int stock(String productId) throws IOException, InterruptedException {
        return see("ada", "/api/products/" + productId).path("stock").asInt();
    }

    static String id(Answer made) {
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().path("id").asString();
    }

    static String code(Answer refused) {
        return refused.json().path("code").asString();
    }

    static List<String> ids(JsonNode list) {
        return list.valueStream().map(entry -> entry.path("id").asString()).toList();
    }
}
