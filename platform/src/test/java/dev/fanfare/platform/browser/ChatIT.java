package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnEachDatabase(only = Database.H2)
class ChatIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    ChatIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    @Test
    void typingAMessageAndItsReceiptShowOnTheOtherSideWithoutLoadingAgain() throws IOException, InterruptedException {
        String conversation = requests.conversation("bob", "ada");
        ChatPage bob = ChatPage.open(browsers.signedIn(platform, "bob"), conversation, "Ada Seller");
        ChatPage ada = ChatPage.open(browsers.signedIn(platform, "ada"), conversation, "Bob Buyer");
        assertThat(ada.page().getByText("Connection: Live")).isVisible();
        try (TestClient stock = platform.client()) {
            String channel = "private-conversation-" + conversation;
            Callers.of(platform, "ada").subscribe(stock, channel);
            await().until(() -> subscriptions(channel) == 3); // who comes later has missed that somebody began to type

            bob.field().pressSequentially("Is the lamp");
            assertThat(ada.page().getByText("Bob Buyer is typing")).isVisible();
            bob.write("Is the lamp still there?");

            assertThat(ada.message("Is the lamp still there?")).hasCount(1);
            assertThat(ada.page().getByText("Bob Buyer is typing")).isHidden();
            assertThat(bob.message("Is the lamp still there?").getByText("Seen"))
                    .isVisible();
            assertThat(bob.message("Is the lamp still there?")).hasCount(1);
            Assertions.assertThat(RunningPlatform.heard(stock, "message:new")
                            .dataJson()
                            .path("text")
                            .asString())
                    .isEqualTo("Is the lamp still there?");
        }
    }

    private int subscriptions(String channel) {
        ChannelInfo info = platform.bean(RealtimeService.class)
                .channel(channel, Set.of(ChannelInfo.Attribute.SUBSCRIPTION_COUNT))
                .toCompletableFuture()
                .join();
        return Objects.requireNonNullElse(info.subscriptionCount(), 0);
    }

    @Test
    void whatIsNotReadIsCountedAlikeInAllTabsAndFallsWhenItIsReadInOne() throws IOException, InterruptedException {
        String conversation = requests.conversation("bob", "cleo");
        Page one = browsers.signedIn(platform, "cleo");
        Page other = one.context().newPage();
        requests.message("cleo", requests.conversation("cleo", "dan"), "Not counted: it is one's own");
        for (Page tab : new Page[] {one, other}) {
            tab.navigate("/");
            assertThat(tab.getByText("Connection: Live")).isVisible();
        }

        requests.message("bob", conversation, "One");
        requests.message("bob", conversation, "Two");
        assertThat(ChatPage.unread(one, 2)).isVisible();
        assertThat(ChatPage.unread(other, 2)).isVisible();

        one.navigate("/messages/" + conversation);
        assertThat(ChatPage.nothingUnread(one)).isVisible();
        assertThat(ChatPage.nothingUnread(other)).isVisible();
    }

    @Test
    void whatIsWrittenWhileOneIsOfflineIsThereExactlyOnceAfterwards() throws IOException, InterruptedException {
        String conversation = requests.conversation("bob", "ada");
        ChatPage bob = ChatPage.open(browsers.signedIn(platform, "bob"), conversation, "Ada Seller");
        ChatPage ada = ChatPage.open(browsers.signedIn(platform, "ada"), conversation, "Bob Buyer");
        requests.message("ada", conversation, "Before");
        assertThat(bob.message("Before")).isVisible();

        bob.page().context().setOffline(true);
        assertThat(bob.page().getByText("You are offline. What you see may be old."))
                .isVisible();
        ada.write("Meanwhile, one");
        ada.write("Meanwhile, two");
        assertThat(ada.message("Meanwhile, two").getByText("Sending…")).isHidden();
        bob.write("From a tunnel");
        Locator retry = bob.message("From a tunnel")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"));
        assertThat(retry).isVisible();

        bob.page().context().setOffline(false);
        assertThat(bob.page().getByText("Connection: Live")).isVisible();
        retry.click();
        assertThat(ada.message("From a tunnel")).hasCount(1);
        ada.write("Afterwards");
        for (ChatPage page : new ChatPage[] {bob, ada}) {
            assertThat(page.message("Afterwards")).hasCount(1);
            assertThat(page.message("Before")).hasCount(1);
            assertThat(page.message("Meanwhile, one")).hasCount(1);
            assertThat(page.message("Meanwhile, two")).hasCount(1);
            assertThat(page.message("From a tunnel")).hasCount(1);
        }
    }
}
