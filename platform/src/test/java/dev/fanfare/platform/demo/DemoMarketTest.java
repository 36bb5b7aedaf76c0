package dev.fanfare.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoMarketTest {
    private static final Path PICTURES = Path.of("../web/apps/platform/public");

    @Test
    void theMarketIsFilledOnceHoweverOftenThePlatformStarts() throws IOException, InterruptedException {
        String url = "jdbc:h2:mem:" + Ids.next() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        for (int start = 1; start <= 2; start++) {
            try (RunningPlatform platform = RunningPlatform.start(url)) {
                JsonNode products =
                        Callers.of(platform, "bob").get("/api/products").json().path("products");
                assertThat(products.size()).isEqualTo(8);
                assertThat(products.valueStream()
                                .map(product ->
                                        product.path("category").path("name").asString())
                                .distinct())
                        .hasSize(3);
                assertThat(products.valueStream()
                                .map(product -> PICTURES.resolve(
                                        product.path("image").asString().substring(1))))
                        .allMatch(Files::isRegularFile);
                JsonNode orders =
                        Callers.of(platform, "bob").get("/api/orders").json().path("orders");
                assertThat(orders.valueStream()
                                .map(order -> order.path("status").asString())
                                .toList())
                        .containsExactlyInAnyOrder("PENDING", "PAID");
                assertThat(Callers.of(platform, "eve")
                                .get("/api/products")
                                .json()
                                .path("products")
                                .isEmpty())
                        .isTrue();
            }
        }
    }
}
