package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two who have the same document open. */
class DocumentIT {
    private static final LocatorAssertions.HasCountOptions WITHIN_CURSOR_LIFE =
            new LocatorAssertions.HasCountOptions().setTimeout(10_000);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void twoSeeEachOtherPointAndWriteAndFindTheSameText() throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            String id = new Requests(platform).document("Packing list", "Tape\nBoxes\n");
            DocumentView ada = DocumentView.open(browsers.signedIn(platform, "ada"), id);
            assertThat(ada.people()).hasCount(1);
            DocumentView bob = DocumentView.open(browsers.signedIn(platform, "bob"), id);
            assertThat(ada.people()).containsText(new String[] {"Ada Seller (you)", "Bob Buyer"});
            assertThat(bob.people()).containsText(new String[] {"Bob Buyer (you)", "Ada Seller"});

            BoundingBox field = ada.text().boundingBox();
            ada.page().mouse().move(field.x + field.width / 2, field.y + 40);

            assertThat(bob.cursors()).hasText("Ada Seller");
            BoundingBox first = bob.cursors().boundingBox();
            Assertions.assertThat(first.x).isCloseTo(field.x + field.width / 2, Offset.offset(5.0));
            assertThat(ada.cursors()).hasCount(0);
            ada.page().mouse().move(field.x + field.width / 4, field.y + 40);
            bob.page().waitForCondition(() -> Math.abs(bob.cursors().boundingBox().x - field.x - field.width / 4) < 5);
            assertThat(bob.cursors()).hasCount(0, WITHIN_CURSOR_LIFE);

            ada.append("String");

            assertThat(bob.page().getByText("Ada Seller is writing…")).isVisible();
            assertThat(bob.text()).hasValue("Tape\nBoxes\nString");
            bob.title().fill("Packing list for Saturday");
            bob.title().press("Tab");
            assertThat(ada.title()).hasValue("Packing list for Saturday");
            assertThat(ada.text()).hasValue("Tape\nBoxes\nString");
            assertThat(ada.page().getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void whoeverMeetsAnotherVersionOfTheSamePlaceSeesBothAndChooses() throws IOException, InterruptedException {
        browsers.expectRefusals(412);
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            String id = new Requests(platform).document("Prices", "Lamp: 40");
            Page page = browsers.signedIn(platform, "bob");
            AtomicBoolean isFirst = new AtomicBoolean(true);
            page.route("**/api/documents/" + id, route -> {
                if (route.request().method().equals("PATCH") && isFirst.getAndSet(false)) {
                    write(platform, id, "Lamp: 45");
                }
                route.resume();
            });
            DocumentView bob = DocumentView.open(page, id);
            bob.text().fill("Lamp: 50");

            assertThat(bob.conflict()).containsText("Cleo Buyer has changed the same place.");
            assertThat(bob.conflict()).containsText("Lamp: 45");
            assertThat(bob.text()).hasValue("Lamp: 50");

            bob.button("Keep mine").click();

            assertThat(bob.conflict()).hasCount(0);
            assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            Assertions.assertThat(Callers.of(platform, "cleo")
                            .get("/api/documents/" + id)
                            .json()
                            .path("text")
                            .asString())
                    .isEqualTo("Lamp: 50");
        }
    }

    private static void write(RunningPlatform platform, String id, String text) {
        try {
            Assertions.assertThat(Callers.of(platform, "cleo")
                            .patch("/api/documents/" + id, "{\"text\":\"" + text + "\"}", "1")
                            .status())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoLosesADocumentLosesItBeforeTheirEyesAndStaysLiveElsewhere() throws IOException, InterruptedException {
        browsers.expectRefusals(403);
        browsers.expectRefusals(404);
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            String id = new Requests(platform).document("Salaries", "Not yet");
            Page page = browsers.signedIn(platform, "bob");
            DocumentView bob = DocumentView.open(page, id);
            DocumentView ada = DocumentView.open(browsers.signedIn(platform, "ada"), id);
            assertThat(bob.people()).hasCount(2);

            ada.button("For everybody").click();
            ada.page().getByText("Only for those I choose").click();
            ada.page().getByText("Dan Desk").click();
            ada.button("Save").click();

            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("There is no such document")))
                    .isVisible();
            assertThat(ada.people()).hasCount(1);
            assertThat(ada.button("For 2")).isVisible();
            page.navigate("/documents");
            assertThat(page.getByText("Connection: Live")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Packing guide")))
                    .isVisible();
            assertThat(page.getByText("Salaries")).hasCount(0);
        }
    }

    @Test
    void aListIsAsItIsRightNow() throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            Page page = browsers.signedIn(platform, "bob");
            page.navigate("/documents");
            assertThat(page.getByText("Connection: Live")).isVisible();
            assertThat(page.getByText("Packing guide")).isVisible();
            assertThat(page.getByText("Margins 2026")).hasCount(0);

            String id = new Requests(platform).document("Fresh from the desk", "");
            assertThat(page.getByText("Fresh from the desk")).isVisible();
            Callers.of(platform, "ada").patch("/api/documents/" + id, "{\"title\":\"Renamed\"}", "1");
            assertThat(page.getByText("Renamed")).isVisible();
            Callers.of(platform, "ada").delete("/api/documents/" + id);
            assertThat(page.getByText("Renamed")).hasCount(0);
        }
    }
}
