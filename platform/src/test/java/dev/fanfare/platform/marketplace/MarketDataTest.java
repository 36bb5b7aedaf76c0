package dev.fanfare.platform.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase
class MarketDataTest {
    private final RunningPlatform platform;
    private final Market market;

    MarketDataTest(RunningPlatform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    private JsonNode exported(String user) {
        JsonMapper json = platform.bean(JsonMapper.class);
        return json.readTree(
                json.writeValueAsString(platform.bean(MarketData.class).export(user)));
    }

    @Test
    void peopleGetWhatTheySellAndWhatTheyHaveBought() throws IOException, InterruptedException {
        String product = market.offer("Exported", 2);
        String order = market.ordered(product);

        assertThat(Market.ids(exported("ada").path("products"))).contains(product);
        assertThat(exported("ada").path("orders").isEmpty()).isTrue();
        assertThat(Market.ids(exported("bob").path("orders"))).contains(order);
        assertThat(exported("bob").path("products").isEmpty()).isTrue();
    }

    @Test
    void whoIsForgottenSellsNothingAndWantsNothing() throws IOException, InterruptedException {
        String hers = Market.id(market.as("cleo")
                .post(
                        "/api/products",
                        "{\"title\":\"Diary\",\"description\":\"My own\",\"currency\":\"EUR\",\"priceMinor\":100,"
                                + "\"stock\":3,\"categoryId\":\"" + market.category() + "\"}"));
        String sold = market.ordered(hers);
        String product = market.offer("Not paid yet", 2);
        String open = Market.id(market.order("cleo", product, 1));
        String paid = Market.id(market.order("cleo", product, 1));
        market.move("ada", paid, "PAID");

        new TransactionTemplate(platform.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> platform.bean(MarketData.class).erase("cleo"));

        Product left = Objects.requireNonNull(platform.bean(ProductTable.class).find(hers));
        assertThat(left.status()).isEqualTo(Product.Status.WITHDRAWN);
        assertThat(left.title() + left.description() + left.image()).doesNotContain("Diary", "own");
        assertThat(market.see("ada", "/api/orders/" + open).path("status").asString())
                .isEqualTo("CANCELLED");
        assertThat(market.see("ada", "/api/orders/" + paid).path("status").asString())
                .isEqualTo("PAID");
        assertThat(market.see("bob", "/api/orders/" + sold)
                        .path("product")
                        .path("title")
                        .asString())
                .as("what bob has bought is his to know")
                .isEqualTo("Diary");
        assertThat(market.stock(product)).isEqualTo(1);
    }
}
