package dev.fanfare.platform.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Acts;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What dan, an administrator, does with categories. */
@OnEachDatabase
class CategoryAdministrationTest {
    private static final String CATEGORIES = "/api/admin/categories";

    private final RunningPlatform platform;
    private final Market market;

    CategoryAdministrationTest(RunningPlatform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    private Answer make(String json) throws IOException, InterruptedException {
        return market.as("dan").post(CATEGORIES, json);
    }

    private String made(String name) throws IOException, InterruptedException {
        return Market.id(make("{\"name\":\"" + name + "\"}"));
    }

    private Answer rename(String id, String name) throws IOException, InterruptedException {
        return market.as("dan").patch(CATEGORIES + "/" + id, "{\"name\":\"" + name + "\"}", "");
    }

    private Answer delete(String id) throws IOException, InterruptedException {
        return market.as("dan").delete(CATEGORIES + "/" + id);
    }

    private List<String> seenBy(String who) throws IOException, InterruptedException {
        return market.see(who, "/api/categories")
                .path("categories")
                .valueStream()
                .map(category -> category.path("id").asString() + " "
                        + category.path("name").asString())
                .toList();
    }

    private JsonNode entry(String id) throws IOException, InterruptedException {
        return market.see("dan", CATEGORIES)
                .path("categories")
                .valueStream()
                .filter(category -> category.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String offered(String category) throws IOException, InterruptedException {
        return Market.id(market.offerWith("\"categoryId\":\"" + category + "\""));
    }

    @Test
    void aCategoryIsMadeForOnesOwnTenantAndProductsArePutInIt() throws IOException, InterruptedException {
        Answer made = make("{\"name\":\" Made  here \"}");

        String id = Market.id(made);
        assertThat(made.json().toString()).isEqualTo("{\"id\":\"" + id + "\",\"name\":\"Made here\"}");
        assertThat(seenBy("ada")).contains(id + " Made here");
        assertThat(seenBy("eve")).doesNotContain(id + " Made here");
        offered(id);
        assertThat(entry(id).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"name\":\"Made here\",\"tenant\":{\"id\":\"org_123\","
                        + "\"name\":\"Lamplight Trading\"},\"products\":1}");
        assertThat(Acts.on(platform, id)).containsExactly("dan category.create: Made here");
    }

    @Test
    void aCategoryIsMadeForAnotherTenant() throws IOException, InterruptedException {
        String id = Market.id(make("{\"name\":\"Made there\",\"tenantId\":\"org_999\"}"));

        assertThat(seenBy("eve")).contains(id + " Made there");
        assertThat(seenBy("dan")).doesNotContain(id + " Made there");
        assertThat(entry(id).at("/tenant/id").asString()).isEqualTo("org_999");
        assertThat(rename(id, "Renamed there").status()).isEqualTo(200);
        assertThat(delete(id).status()).isEqualTo(204);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"name":" "}                            | 400 invalid
            {}                                      | 400 invalid
            {"name":"Odd","tenantId":"org_000"}     | 400 unknown_tenant
            """)
    void whatMakesNoSenseMakesNoCategory(String json, String refusal) throws IOException, InterruptedException {
        int before = market.see("dan", CATEGORIES).path("categories").size();

        assertThat(Acts.refusal(make(json))).isEqualTo(refusal);

        assertThat(market.see("dan", CATEGORIES).path("categories")).hasSize(before);
    }

    @Test
    void twoCategoriesOfATenantHaveDifferentNames() throws IOException, InterruptedException {
        String first = made("First");
        String second = made("Second");

        assertThat(Acts.refusal(make("{\"name\":\"First\"}"))).isEqualTo("409 name_taken");
        assertThat(Acts.refusal(rename(second, "First"))).isEqualTo("409 name_taken");
        assertThat(Acts.refusal(rename("none", "First"))).isEqualTo("404 not_found");
        Market.id(make("{\"name\":\"First\",\"tenantId\":\"org_999\"}"));
        Answer renamed = rename(second, "Third");

        assertThat(renamed.json().toString()).isEqualTo("{\"id\":\"" + second + "\",\"name\":\"Third\"}");
        assertThat(rename(second, "Third").status()).isEqualTo(200);
        assertThat(seenBy("ada")).contains(first + " First", second + " Third");
        assertThat(Acts.on(platform, second))
                .containsExactly("dan category.rename: Second; now Third", "dan category.create: Second");
    }

    @Test
    void onlyACategoryWithoutProductsIsTakenAway() throws IOException, InterruptedException {
        String used = made("Used");
        String unused = made("Unused");
        market.as("ada").post("/api/products/" + offered(used) + "/withdraw", "");

        assertThat(Acts.refusal(delete(used))).isEqualTo("409 category_in_use");
        assertThat(delete(unused).status()).isEqualTo(204);
        assertThat(Acts.refusal(delete(unused))).isEqualTo("404 not_found");

        assertThat(seenBy("ada")).contains(used + " Used").doesNotContain(unused + " Unused");
        assertThat(Acts.on(platform, unused).getFirst()).isEqualTo("dan category.delete: Unused");
        assertThat(Acts.on(platform, used)).hasSize(1);
    }

    @Test
    void ofAProductAndTheEndOfItsCategoryAtOnceOneIsRefused()
            throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < 8; round++) {
            String id = made("Contested " + round);

            List<Answer> answers = Acts.atOnce(
                    () -> market.offerWith("\"categoryId\":\"" + id + "\"", "\"title\":\"Contested\""),
                    () -> delete(id));

            boolean isOffered = answers.getFirst().status() == 201;
            assertThat(Acts.refusal(answers.getFirst())).isEqualTo(isOffered ? "201 " : "400 unknown_category");
            assertThat(answers.getLast().status()).isEqualTo(isOffered ? 409 : 204);
        }
    }

    @Test
    void ofTwoWhoMakeTheSameCategoryAtOnceOneIsRefused() throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            String json = "{\"name\":\"Twice " + round + "\"}";

            List<Answer> answers = Acts.atOnce(() -> make(json), () -> make(json));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        }
    }
}
