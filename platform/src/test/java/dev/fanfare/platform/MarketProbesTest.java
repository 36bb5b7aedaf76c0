package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who may have what of the market: its channels, what is in the log, and what the routes tell and do. */
@OnEachDatabase
class MarketProbesTest {
    private final Probes probes;

    MarketProbesTest(RunningPlatform platform) {
        probes = new Probes(platform);
    }

    /** Ada sells something, and Bob has ordered one. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (probes.hasNone()) {
            String category = categories("ada").getFirst();
            probes.name("category", category);
            probes.name(
                    "product",
                    probes.caller("ada")
                            .post(
                                    "/api/products",
                                    "{\"title\":\"" + Probes.MARKUP
                                            + "\",\"description\":\"\",\"currency\":\"EUR\",\"priceMinor\":1000,"
                                            + "\"stock\":5,\"categoryId\":\"" + category + "\"}"));
            probes.name(
                    "order",
                    probes.caller("bob").post(probes.filled("/api/products/{product}/orders"), "{\"quantity\":1}"));
            probes.name("search", search("ada"));
            probes.name("elsewhere", search("eve"));
        }
    }

    private List<String> categories(String user) throws IOException, InterruptedException {
        return probes.caller(user)
                .get("/api/categories")
                .json()
                .path("categories")
                .valueStream()
                .map(category -> category.path("id").asString())
                .toList();
    }

    private String search(String user) throws IOException, InterruptedException {
        return probes.caller(user)
                .get("/api/products?q=lamp")
                .json()
                .path("searchKey")
                .asString();
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            private-order-{order},           bob,    200
            private-order-{order},           ada,    200
            private-order-{order},           dan,    200
            private-order-{order},           cleo,   403
            private-order-{order},           eve,    403
            private-order-{order},           nobody, 401
            private-order-none,              dan,    403
            private-tenant-org_123,          cleo,   200
            private-tenant-org_123,          dan,    200
            private-tenant-org_123,          eve,    403
            private-tenant-org_123,          nobody, 401
            private-tenant-org_999,          eve,    200
            private-tenant-org_999,          dan,    403
            private-tenant-none,             ada,    403
            presence-product-{product},      ada,    200
            presence-product-{product},      cleo,   200
            presence-product-{product},      dan,    200
            presence-product-{product},      eve,    403
            presence-product-{product},      nobody, 401
            presence-product-none,           cleo,   403
            presence-category-{category},    bob,    200
            presence-category-{category},    dan,    200
            presence-category-{category},    eve,    403
            presence-category-{category},    nobody, 401
            presence-category-none,          cleo,   403
            presence-search-{search},        cleo,   200
            presence-search-{search},        dan,    200
            presence-search-{search},        eve,    403
            presence-search-{search},        nobody, 401
            presence-search-{elsewhere},     eve,    200
            presence-search-{elsewhere},     dan,    403
            presence-search-lamp,            ada,    403
            """)
    void whoMaySubscribe(String channel, String user, int status) throws IOException, InterruptedException {
        probes.assertHearing(channel, user, status);
    }

    @ParameterizedTest(name = "{1} gets {0}: {2}")
    @CsvSource(textBlock = """
            /api/categories,         nobody, 401
            /api/products,           nobody, 401
            /api/products/{product}, bob,    200
            /api/products/{product}, dan,    200
            /api/products/{product}, eve,    404
            /api/products/{product}, nobody, 401
            /api/orders,             nobody, 401
            /api/orders/{order},     bob,    200
            /api/orders/{order},     ada,    200
            /api/orders/{order},     dan,    200
            /api/orders/{order},     cleo,   404
            /api/orders/{order},     eve,    404
            /api/orders/{order},     nobody, 401
            """)
    void whatIsNotYoursIsNotThere(String path, String user, int status) throws IOException, InterruptedException {
        probes.assertSeeing(path, user, status);
    }

    @ParameterizedTest(name = "{0} does {1} {2}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            eve    | POST  | /api/products/{product}/orders   | {"quantity":1}       | 404
            nobody | POST  | /api/products/{product}/orders   | {"quantity":1}       | 401
            eve    | POST  | /api/products/{product}/withdraw | ''                   | 404
            bob    | POST  | /api/products/{product}/withdraw | ''                   | 404
            dan    | POST  | /api/products/{product}/withdraw | ''                   | 404
            nobody | POST  | /api/products/{product}/withdraw | ''                   | 401
            eve    | PATCH | /api/products/{product}          | {"stock":99}         | 404
            bob    | PATCH | /api/products/{product}          | {"stock":99}         | 404
            dan    | PATCH | /api/products/{product}          | {"stock":99}         | 404
            nobody | PATCH | /api/products/{product}          | {"stock":99}         | 401
            eve    | PATCH | /api/orders/{order}/status       | {"status":"SHIPPED"} | 403
            cleo   | PATCH | /api/orders/{order}/status       | {"status":"SHIPPED"} | 403
            bob    | PATCH | /api/orders/{order}/status       | {"status":"SHIPPED"} | 403
            nobody | PATCH | /api/orders/{order}/status       | {"status":"SHIPPED"} | 401
            nobody | POST  | /api/products                    | {}                   | 401
            """)
    void othersChangeNothing(String user, String method, String path, String json, int status)
            throws IOException, InterruptedException {
        JsonNode product = asAda("/api/products/{product}");
        JsonNode order = asAda("/api/orders/{order}");

        Answer answer = probes.ask(user, method, path, json);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(asAda("/api/products/{product}")).isEqualTo(product);
        assertThat(asAda("/api/orders/{order}")).isEqualTo(order);
    }

    private JsonNode asAda(String path) throws IOException, InterruptedException {
        return probes.caller("ada").get(probes.filled(path)).json();
    }

    @Test
    void noListAndNoCountShowsAnythingToAnotherTenant() throws IOException, InterruptedException {
        String product = probes.filled("{product}");
        for (String path : List.of(
                "/api/products",
                "/api/products?category=" + probes.filled("{category}"),
                "/api/products?mine=true",
                "/api/orders",
                "/api/orders?role=seller",
                "/api/categories")) {
            assertThat(probes.caller("eve").get(path).body())
                    .doesNotContain(product)
                    .doesNotContain("org_123")
                    .doesNotContain("Ada");
        }
        assertThat(categories("eve")).doesNotContainAnyElementsOf(categories("ada"));
    }

    @Test
    void markupInATitleStaysText() throws IOException, InterruptedException {
        Answer product = probes.caller("bob").get(probes.filled("/api/products/{product}"));

        Probes.assertIsData(product);
        assertThat(product.json().path("title").asString()).isEqualTo(Probes.MARKUP);
    }

    @Test
    void orderingHasALimit() throws IOException, InterruptedException {
        probes.assertLimit("dan", "/api/products/none/orders", "{\"quantity\":1}");
    }
}
