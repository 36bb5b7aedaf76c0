package dev.fanfare.platform.marketplace;

import static dev.fanfare.platform.marketplace.Market.code;
import static dev.fanfare.platform.marketplace.Market.id;
import static dev.fanfare.platform.marketplace.Market.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class ProductsTest {
    /** Has a code as currencies have one, and no smallest unit. */
    private static final String GOLD = "\"currency\":\"XAU\"";

    private final Market market;

    ProductsTest(RunningPlatform platform) {
        market = new Market(platform);
    }

    @Test
    void whoOffersSomethingSellsIt() throws IOException, InterruptedException {
        Answer offered = market.offerWith("\"image\":\"/demo/lamp.svg\"");

        JsonNode product = offered.json();
        assertThat(id(offered)).isNotEmpty();
        assertThat(offered.header("ETag")).isEqualTo("\"1\"");
        assertThat(product.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "description",
                        "image",
                        "priceMinor",
                        "currency",
                        "stock",
                        "status",
                        "category",
                        "seller",
                        "version",
                        "createdAt",
                        "you");
        assertThat(product.path("status").asString()).isEqualTo("active");
        assertThat(product.path("category").path("name").asString()).isEqualTo("Furniture and light");
        assertThat(product.path("seller").path("name").asString()).isEqualTo("Ada Seller");
        assertThat(product.path("you").path("isSeller").booleanValue()).isTrue();
        JsonNode seen = market.see("bob", "/api/products/" + id(offered));
        assertThat(seen.path("you").path("isSeller").booleanValue()).isFalse();
        assertThat(seen.path("createdAt")).isEqualTo(product.path("createdAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\":\" \"",
                "\"title\":\"\\u2003\"",
                "\"description\":null",
                GOLD,
                "\"currency\":\"eur\"",
                "\"priceMinor\":0",
                "\"priceMinor\":1000000000001",
                "\"stock\":-1",
                "\"stock\":100001",
                "\"image\":\"https://elsewhere.test/x.png\"",
                "\"categoryId\":\"none\"",
                "\"categoryId\":null",
            })
    void aProductThatMakesNoSenseIsRefused(String field) throws IOException, InterruptedException {
        assertThat(market.offerWith(field).status()).isEqualTo(400);
    }

    @Test
    void nobodyOffersAnythingInACategoryOfAnotherTenant() throws IOException, InterruptedException {
        Answer answer = market.offerWith("\"categoryId\":\"" + market.category("eve") + "\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("unknown_category");
    }

    @Test
    void sellersChangeWhatTheyHaveSeen() throws IOException, InterruptedException {
        String id = market.offer("A bench", 4);
        String path = "/api/products/" + id;

        Answer changed = market.as("ada").patch(path, "{\"priceMinor\":1900,\"stock\":7}", "1");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().path("title").asString()).isEqualTo("A bench");
        assertThat(changed.json().path("priceMinor").asLong()).isEqualTo(1900);
        assertThat(changed.json().path("stock").asInt()).isEqualTo(7);
        assertThat(code(market.as("ada").patch(path, "{\"stock\":1}", "1"))).isEqualTo("stale");
        assertThat(market.as("ada").patch(path, "{\"stock\":1}", "").status()).isEqualTo(400);
        assertThat(market.as("ada").patch(path, "{\"title\":\" \"}", "2").status())
                .isEqualTo(400);
        assertThat(market.as("bob").patch(path, "{\"stock\":1}", "2").status()).isEqualTo(404);
        assertThat(market.stock(id)).isEqualTo(7);
    }

    @Test
    void aSellerWhoHasNotSeenAnOrderCannotSellItsPiecesAgain() throws IOException, InterruptedException {
        String id = market.offer("Two chairs", 2);
        market.ordered(id);

        Answer answer = market.as("ada").patch("/api/products/" + id, "{\"stock\":2}", "1");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(market.stock(id)).isEqualTo(1);
    }

    @Test
    void whatIsWithdrawnIsListedForItsSellerOnlyAndCannotBeOrdered() throws IOException, InterruptedException {
        String id = market.offer("Withdrawn velvet", 3);
        String path = "/api/products/" + id + "/withdraw";
        assertThat(market.as("bob").post(path, "").status()).isEqualTo(404);

        JsonNode withdrawn = market.as("ada").post(path, "").json();

        assertThat(withdrawn.path("status").asString()).isEqualTo("withdrawn");
        assertThat(market.as("ada").post(path, "").json().path("version")).isEqualTo(withdrawn.path("version"));
        assertThat(found("bob", "q=velvet")).isEmpty();
        assertThat(found("ada", "q=velvet&mine=true")).containsExactly(id);
        Answer order = market.order("bob", id, 1);
        assertThat(order.status()).isEqualTo(409);
        assertThat(code(order)).isEqualTo("withdrawn");
        assertThat(market.stock(id)).isEqualTo(3);
    }

    @Test
    void listsComeByPagesAndAreSearched() throws IOException, InterruptedException {
        String first = market.offer("100% Needle 1", 1);
        String second = market.offer("100% needle 2", 0);
        String third = id(market.offerWith("\"description\":\"with a 100% NEEDLE\""));
        String query = "q=100%25%20needle&limit=2";

        JsonNode page = market.see("bob", "/api/products?" + query);
        JsonNode rest = market.see(
                "bob", "/api/products?" + query + "&cursor=" + page.path("next").asString());

        assertThat(ids(page.path("products"))).containsExactly(third, second);
        assertThat(page.path("products").path(1).path("status").asString()).isEqualTo("sold_out");
        assertThat(ids(rest.path("products"))).containsExactly(first);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(found("bob", "q=_____needle")).isEmpty();
        assertThat(found("bob", "q=needle&mine=true")).isEmpty();
        assertThat(found("bob", "q=needle&category=" + market.category())).containsExactly(third, second, first);
        assertThat(found("bob", "q=needle&category=none")).isEmpty();
        assertThat(found("eve", "q=needle")).isEmpty();
    }

    private List<String> found(String who, String query) throws IOException, InterruptedException {
        return ids(market.see(who, "/api/products?" + query).path("products"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=9223372036854775807.x", "cursor=1", "limit=0", "limit=101", "mine=odd"})
    void aListThatMakesNoSenseIsRefused(String query) throws IOException, InterruptedException {
        assertThat(market.as("bob").get("/api/products?" + query).status()).isEqualTo(400);
        assertThat(market.as("bob").get("/api/products?q=" + "x".repeat(201)).status())
                .isEqualTo(400);
    }

    @Test
    void categoriesCountWhatIsNotWithdrawn() throws IOException, InterruptedException {
        long before = count();
        String id = market.offer("A counted one", 0);
        assertThat(count()).isEqualTo(before + 1);

        market.as("ada").post("/api/products/" + id + "/withdraw", "");

        assertThat(count()).isEqualTo(before);
        assertThat(ids(market.see("eve", "/api/categories").path("categories")))
                .doesNotContain(market.category())
                .hasSize(1);
    }

    private long count() throws IOException, InterruptedException {
        return market.see("bob", "/api/categories")
                .path("categories")
                .path(0)
                .path("products")
                .asLong();
    }
}
