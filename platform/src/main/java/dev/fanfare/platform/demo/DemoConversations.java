package dev.fanfare.platform.demo;

import dev.fanfare.platform.conversations.Conversations;
import dev.fanfare.platform.conversations.Subject;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo accounts have written to each other, where there are such accounts and they have written nothing yet. */
@Component
@Order(2)
@ConditionalOnBooleanProperty("platform.demo")
class DemoConversations implements ApplicationRunner {
    private final Accounts accounts;
    private final Conversations conversations;

    DemoConversations(Accounts accounts, Conversations conversations) {
        this.accounts = accounts;
        this.conversations = conversations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Account ada = accounts.find("ada");
        Account bob = accounts.find("bob");
        Account cleo = accounts.find("cleo");
        if (ada == null
                || bob == null
                || cleo == null
                || !conversations.partnersOf(ada.id()).isEmpty()) {
            return;
        }
        String lamp = conversations.begin(
                new Subject("order", "demo-1", "Brass lamp"), ada.id(), bob.id(), "Bob Buyer has won Brass lamp.");
        conversations.send(bob, lamp, "Hello Ada, what a find. Does the dimmer still work?");
        conversations.send(ada, lamp, "It does! I had it rewired last year, the bill comes along with it.");
        conversations.send(bob, lamp, "Perfect. I have just paid.");
        conversations.read(bob.id(), lamp);
        conversations.read(ada.id(), lamp);
        conversations.send(ada, lamp, "Thank you, the lamp left today. 📦");

        String chairs =
                conversations.begin(new Subject("offer", "demo-2", "Four kitchen chairs"), ada.id(), cleo.id(), null);
        conversations.send(cleo, chairs, "Would you sell two of the four?");
        conversations.send(ada, chairs, "Only all four, they belong together.");
        conversations.read(cleo.id(), chairs);
        conversations.read(ada.id(), chairs);
        conversations.send(cleo, chairs, "I understand. Could I see them on Saturday?");
    }
}
