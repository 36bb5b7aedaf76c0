package dev.fanfare.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class DocumentsTest {
    private final Desk desk;

    DocumentsTest(RunningPlatform platform) {
        desk = new Desk(platform);
    }

    @Test
    void theDemoHasThreeDocumentsOfWhichOneIsForTwoAndOneElsewhere() throws IOException, InterruptedException {
        assertThat(desk.titles("dan", "")).contains("Packing guide", "Autumn fair: what we bring", "Margins 2026");
        assertThat(desk.titles("bob", ""))
                .contains("Packing guide", "Autumn fair: what we bring")
                .doesNotContain("Margins 2026", "Elsewhere's plans");
        assertThat(desk.titles("eve", "")).containsExactly("Elsewhere's plans");
    }

    @Test
    void aDocumentIsForTheTenantUnlessItSaysForWhom() throws IOException, InterruptedException {
        JsonNode document = desk.begin("Opening hours");
        String id = document.path("id").asString();

        assertThat(id).startsWith("doc_");
        assertThat(document.path("channel").asString()).isEqualTo("presence-room-" + id);
        assertThat(document.path("recordChannel").asString()).isEqualTo(Desk.TENANT);
        assertThat(document.path("access").asString()).isEqualTo("tenant");
        assertThat(document.path("members")).isEmpty();
        assertThat(document.path("version").asLong()).isEqualTo(1);
        assertThat(desk.see("bob", id)).isEqualTo(document);
    }

    @Test
    void aDocumentForSomeIsThereForThemAndItsOwnerOnly() throws IOException, InterruptedException {
        JsonNode document = desk.beginFor("Salaries", "dan");
        String id = document.path("id").asString();

        assertThat(document.path("members")
                        .valueStream()
                        .map(person -> person.path("id").asString()))
                .containsExactly("ada", "dan");
        assertThat(document.path("recordChannel").asString()).isEqualTo("presence-room-" + id);
        assertThat(desk.see("dan", id)).isEqualTo(document);
        assertThat(desk.as("bob").get("/api/documents/" + id).status()).isEqualTo(404);
        assertThat(desk.titles("ada", "salaries")).containsExactly("Salaries");
        assertThat(desk.titles("bob", "salaries")).isEmpty();
    }

    @Test
    void aListHasNeitherTextsNorMembersAndSearchesBoth() throws IOException, InterruptedException {
        String id = desk.begin("Searched 100%").path("id").asString();
        desk.write("bob", id, "The needle is in here", 1);

        JsonNode page = desk.as("bob").get("/api/documents?q=NEEDLE").json();

        JsonNode entry = page.path("documents").path(0);
        assertThat(page.path("documents")).hasSize(1);
        assertThat(entry.path("id").asString()).isEqualTo(id);
        assertThat(entry.has("text") || entry.has("members")).isFalse();
        assertThat(entry.path("updatedBy").path("id").asString()).isEqualTo("bob");
        assertThat(page.path("channels").valueStream().map(JsonNode::asString)).containsExactly(Desk.TENANT);
        assertThat(desk.titles("bob", "100%25")).containsExactly("Searched 100%");
    }

    @Test
    void pagesFollowEachOtherWithoutARepetition() throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            desk.begin("Paged " + i);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = desk.as("cleo")
                    .get("/api/documents?q=paged&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            page.path("documents")
                    .valueStream()
                    .map(document -> document.path("title").asString())
                    .forEach(seen::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder("Paged 0", "Paged 1", "Paged 2", "Paged 3", "Paged 4");
    }

    @Test
    void whoWritesOnAnOldVersionGetsTheOneThatThereIs() throws IOException, InterruptedException {
        String id = desk.begin("Shared").path("id").asString();
        Answer first = desk.write("ada", id, "Ada's", 1);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");

        Answer late = desk.write("bob", id, "Bob's", 1);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("code").asString()).isEqualTo("stale");
        assertThat(late.json().path("current")).isEqualTo(first.json());
        assertThat(desk.see("bob", id).path("text").asString()).isEqualTo("Ada's");
    }

    @Test
    void whatChangesNothingMakesNoVersion() throws IOException, InterruptedException {
        JsonNode document = desk.begin("Still");

        Answer answer = desk.write("bob", document.path("id").asString(), "Begun", 1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":" "}
            {}
            {"title":"x","access":"everybody"}
            {"title":"x","access":"members","memberIds":["nobody"]}
            {"title":"x","access":"members","memberIds":["eve"]}
            {"title":"x","access":"members","memberIds":[null]}
            """)
    void whatMakesNoSenseIsNotBegun(String json) throws IOException, InterruptedException {
        assertThat(desk.as("ada").post("/api/documents", json).status()).isEqualTo(400);
    }

    @Test
    void writingNeedsTheVersionThatIsKnownAndNoMoreThanADocumentHolds() throws IOException, InterruptedException {
        String id = desk.begin("Limits").path("id").asString();

        Answer blind = desk.as("ada").patch("/api/documents/" + id, "{\"text\":\"x\"}", "");
        Answer long_ = desk.write("ada", id, "x".repeat(20_001), 1);
        Answer most = desk.write("ada", id, "ü".repeat(20_000), 1);
        Answer untitled = desk.as("ada").patch("/api/documents/" + id, "{\"title\":\" \"}", "2");

        assertThat(blind.json().path("code").asString()).isEqualTo("if_match_missing");
        assertThat(List.of(blind.status(), long_.status(), most.status(), untitled.status()))
                .containsExactly(400, 400, 200, 400);
        assertThat(desk.see("bob", id).path("text").asString()).hasSize(20_000);
    }

    @Test
    void onlyTheOwnerSaysWhomItIsForAndTheOwnerAlwaysIsAmongThem() throws IOException, InterruptedException {
        String id = desk.begin("Given away").path("id").asString();

        assertThat(desk.open("bob", id, "members", "bob").status()).isEqualTo(403);
        Answer opened = desk.open("ada", id, "members", "bob");

        assertThat(opened.json().path("version").asLong()).isEqualTo(2);
        assertThat(opened.json()
                        .path("members")
                        .valueStream()
                        .map(p -> p.path("id").asString()))
                .containsExactly("ada", "bob");
        assertThat(desk.as("cleo").get("/api/documents/" + id).status()).isEqualTo(404);
        assertThat(desk.open("ada", id, "members", "eve").status()).isEqualTo(400);
        assertThat(desk.as("ada")
                        .put("/api/documents/" + id + "/access", "{\"access\":\"members\",\"memberIds\":[null]}")
                        .status())
                .isEqualTo(400);
        assertThat(desk.see("bob", id)).isEqualTo(opened.json());
        assertThat(desk.open("ada", id, "tenant").json().path("members")).isEmpty();
        assertThat(desk.see("cleo", id).path("version").asLong()).isEqualTo(3);
    }

    @Test
    void theOwnerAndAdministratorsDelete() throws IOException, InterruptedException {
        String id = desk.begin("Deleted").path("id").asString();
        String other = desk.begin("Deleted by an administrator").path("id").asString();
        String hidden =
                desk.beginFor("Hidden from the administrator", "bob").path("id").asString();

        assertThat(desk.as("bob").delete("/api/documents/" + id).status()).isEqualTo(403);
        assertThat(desk.as("eve").delete("/api/documents/" + id).status()).isEqualTo(404);
        assertThat(desk.as("ada").delete("/api/documents/" + id).status()).isEqualTo(204);
        assertThat(desk.as("dan").delete("/api/documents/" + other).status()).isEqualTo(204);
        assertThat(desk.as("dan").delete("/api/documents/" + hidden).status()).isEqualTo(404);
        assertThat(desk.as("ada").get("/api/documents/" + id).status()).isEqualTo(404);
        assertThat(desk.write("ada", id, "x", 1).status()).isEqualTo(404);
    }

    @Test
    void whatIsKeptOfSomebodyIsWhatTheyOwnAndOnlyThatGoesWithThem() throws IOException, InterruptedException {
        RoomsPersonalData data = desk.platform().bean(RoomsPersonalData.class);
        Map<String, Object> alone = Map.of("title", "Alone", "text", "Mine", "access", "members");
        Map<String, Object> shared = Map.of("title", "Shared by Cleo", "text", "Ours");
        String own = desk.as("cleo")
                .post("/api/documents", Desk.json(alone))
                .json()
                .path("id")
                .asString();
        String ours = desk.as("cleo")
                .post("/api/documents", Desk.json(shared))
                .json()
                .path("id")
                .asString();
        String adas = desk.beginFor("With Cleo", "cleo").path("id").asString();

        RoomsPersonalData.Exported exported = (RoomsPersonalData.Exported) data.export("cleo");
        assertThat(exported.own())
                .extracting(RoomsPersonalData.Exported.Own::title)
                .containsExactly("Alone", "Shared by Cleo");
        assertThat(exported.sharedWithMe()).containsExactly(adas);

        desk.inTransaction(() -> data.erase("cleo"));

        assertThat(desk.as("cleo").get("/api/documents/" + own).status()).isEqualTo(404);
        assertThat(desk.as("cleo").get("/api/documents/" + adas).status()).isEqualTo(404);
        assertThat(desk.see("ada", ours).path("text").asString()).isEqualTo("Ours");
    }
}
