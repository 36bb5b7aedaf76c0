package dev.fanfare.platform.auctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.RunningPlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KilledPlatformIT {
    private static final List<String> BIDDERS = List.of("bob", "cleo", "dan", "eve");
    private static final int ENOUGH = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();

    @TempDir
    Path directory;

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("platform")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }

    @Test
    void everyBidThatWasAnsweredIsThereAfterThePlatformIsKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlatformOfItsOwn.class.getName(),
                        url())
                .redirectErrorStream(true)
                .start();
        String id;
        try (BufferedReader output = process.inputReader()) {
            String address = address(output);
            Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
            id = open(address);
            List<Thread> bidders = new ArrayList<>();
            for (String bidder : BIDDERS) {
                String token = token(address, bidder);
                bidders.add(Thread.ofPlatform().start(() -> bidUntilItIsGone(address, id, token)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> accepted.size() >= ENOUGH);
            process.destroyForcibly().waitFor();
            for (Thread bidder : bidders) {
                bidder.join();
            }
        } finally {
            process.destroyForcibly();
        }

        try (RunningPlatform platform = RunningPlatform.start(url())) {
            Seller seller = Seller.of(platform);
            Set<String> logged = new HashSet<>(platform.bean(JdbcClient.class)
                    .sql("select client_id from auction_bid where auction_id = ?")
                    .param(id)
                    .query((row, number) -> row.getString(1))
                    .list());
            assertThat(logged).containsAll(accepted);
            assertThat(logged.size()).isLessThanOrEqualTo(accepted.size() + BIDDERS.size());
            assertThat(seller.auction(id).standing()).isEqualTo(seller.replayed(id));
            assertThat(placed(seller, id))
                    .isEqualTo(seller.auction(id).standing().count());
        }
    }

    private static String address(BufferedReader output) throws IOException {
        List<String> said = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith(PlatformOfItsOwn.GREETING)) {
            said.add(line);
            line = output.readLine();
        }
        assertThat(line).as(() -> String.join("\n", said)).isNotNull();
        return line.substring(PlatformOfItsOwn.GREETING.length());
    }

    private HttpResponse<String> post(String address, String token, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String token(String address, String name) throws IOException, InterruptedException {
        String credentials = "{\"email\":\"" + name + "@demo.test\",\"password\":\"fanfare\"}";
        return json(post(address + "/api/sessions", "", credentials))
                .path("token")
                .asString();
    }

    private String open(String address) throws IOException, InterruptedException {
        String offer = "{\"title\":\"A lamp\",\"description\":\"\",\"currency\":\"EUR\",\"startPriceMinor\":1000,"
                + "\"endAt\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"}";
        return json(post(address + "/api/auctions", token(address, "ada"), offer))
                .path("id")
                .asString();
    }

    private void bidUntilItIsGone(String address, String id, String token) {
        try {
            while (true) {
                int number = sent.incrementAndGet();
                String clientId = "bid-" + number;
                String bid = "{\"confirmed\":true,\"clientId\":\"" + clientId + "\",\"amountMinor\":"
                        + (1000 + 300 * number) + "}";
                if (post(address + "/api/auctions/" + id + "/bids", token, bid).statusCode() == 201) {
                    accepted.add(clientId);
                }
            }
        } catch (IOException e) {
            // it is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long placed(Seller seller, String id) throws IOException, InterruptedException {
        return seller.as("bob")
                .get("/api/realtime/events?after=0&channel=auction-" + id)
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("bid-placed"))
                .count();
    }
}
