package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase(only = Database.H2)
class AdminIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;

    AdminIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void whatIsAnnouncedShowsInTheConsoleOfItsChannelAndInTheListUntilItIsEnded() {
        Page console = browsers.signedIn(platform, "dan");
        Page dan = console.context().newPage();
        console.navigate("/admin/channels");
        console.getByLabel("Channel", exactly()).fill("public-announcements");
        button(console, "Follow").click();
        assertThat(console.getByText("Subscribed", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        dan.navigate("/admin/announcements");
        dan.getByLabel("Message", exactly()).fill("The lift is out of order");
        button(dan, "Post").click();
        button(dan, "Post it").click();

        Locator post = dan.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("The lift is out of order"));
        assertThat(post).isVisible();
        assertThat(console.getByRole(AriaRole.LOG)).containsText("announcement");
        assertThat(console.getByRole(AriaRole.LOG)).containsText("The lift is out of order");
        post.getByRole(AriaRole.BUTTON).click();
        button(dan, "End it").click();
        assertThat(post.getByRole(AriaRole.BUTTON)).isHidden();
    }

    @Test
    void aDecisionIsExplainedWithItsRuleAndTheOneThatWasMadeIsListed() throws IOException, InterruptedException {
        new Requests(platform)
                .post("bob", "/api/pusher/auth", Map.of("socket_id", "1.1", "channel_name", "private-user-bob"));
        Page dan = browsers.signedIn(platform, "dan");
        dan.navigate("/admin/decisions");
        assertThat(dan.getByRole(AriaRole.ROW, row("private-user-bob")).first()).containsText("Allowed");

        dan.getByLabel("User id", exactly()).fill("bob");
        dan.getByLabel("Channel", exactly()).fill("private-user-ada");
        button(dan, "Explain").click();
        assertThat(dan.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Refused")))
                .containsText("private-user-{userId}");
    }

    @Test
    void whatWasGivenUpIsReplayedAndArrivesAndWhatIsDeletedDoesNot() {
        giveUp("The lift", "is repaired");
        giveUp("The stairs", "are wet");
        Page bob = browsers.signedIn(platform, "bob");
        bob.navigate("/market");
        assertThat(bob.getByText("Connection: Live")).isVisible();
        Page dan = browsers.signedIn(platform, "dan");
        dan.navigate("/admin/queues");
        Locator outbox = dan.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Outbox").setExact(true));
        assertThat(outbox).containsText("2 given up");

        outbox.getByRole(AriaRole.ROW, refused("The stairs"))
                .getByRole(AriaRole.BUTTON, starting("Delete"))
                .click();
        button(dan, "Delete").click();
        assertThat(outbox).containsText("1 given up");
        outbox.getByRole(AriaRole.ROW, refused("The lift"))
                .getByRole(AriaRole.BUTTON, starting("Replay"))
                .click();

        assertThat(outbox).containsText("None given up");
        assertThat(bob.getByText("The lift: is repaired")).isVisible();
        assertThat(bob.getByText("The stairs: are wet")).hasCount(0);
        dan.navigate("/admin/audit");
        assertThat(dan.getByRole(AriaRole.ROW, row("outbox.replay"))).containsText("Dan Desk");
    }

    /** As if the server had refused to tell bob. */
    private void giveUp(String title, String message) {
        platform.bean(JdbcClient.class)
                .sql("insert into fanfare_outbox_dead (event_id, channel, name, data, enqueued_at, error)"
                        + " values (?, 'private-user-bob', 'notification', ?, 1700000000000, ?)")
                .params(
                        title,
                        JsonMapper.shared()
                                .writeValueAsString(Map.of("title", title, "message", message, "type", "system")),
                        "400: " + title)
                .update();
    }

    private static Locator.GetByRoleOptions refused(String title) {
        return new Locator.GetByRoleOptions().setName("400: " + title);
    }

    private static Locator.GetByRoleOptions starting(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    @Test
    void whoIsNoAdministratorFindsNoSuchPage() {
        Page bob = browsers.signedIn(platform, "bob");
        bob.navigate("/admin");
        assertThat(bob.getByText("There is no such page")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions row(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
