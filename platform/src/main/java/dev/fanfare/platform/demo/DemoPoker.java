package dev.fanfare.platform.demo;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.poker.NewSession;
import dev.fanfare.platform.poker.NewSession.NewTask;
import dev.fanfare.platform.poker.Poker;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo accounts estimate, where there are such accounts and nobody has estimated anything yet. */
@Component
@Order(5)
@ConditionalOnBooleanProperty("platform.demo")
class DemoPoker implements ApplicationRunner {
    private final Accounts accounts;
    private final Poker poker;

    DemoPoker(Accounts accounts, Poker poker) {
        this.accounts = accounts;
        this.poker = poker;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Account ada = accounts.find("ada");
        Account bob = accounts.find("bob");
        Account dan = accounts.find("dan");
        if (ada == null || bob == null || dan == null || !poker.isEmpty()) {
            return;
        }
        String moving = poker.open(
                ada.id(),
                session(
                        "Moving the warehouse",
                        "Warehouse",
                        new NewTask("Label the shelves", null),
                        new NewTask("Move the lamps", "They are packed, but nobody has counted them.")));
        poker.join(moving, bob);
        settle(moving, ada, bob, "3", "5", "5");
        settle(moving, ada, bob, "8", "8", "8");

        String sprint = poker.open(
                dan.id(),
                session(
                        "Sprint 42",
                        "Shop",
                        new NewTask("Pay by invoice", "For companies, at most 30 days."),
                        new NewTask("Search that forgives typing errors", null),
                        new NewTask("Export orders as CSV", "For the accountant, each month."),
                        new NewTask("Dark mode for the shop", null)));
        poker.join(sprint, ada);
        poker.join(sprint, bob);
        poker.vote(sprint, bob.id(), "5");
    }

    private static NewSession session(String title, String project, NewTask... tasks) {
        return new NewSession(title, project, null, null, List.of(tasks), null, null);
    }

    private void settle(String session, Account host, Account other, String hosts, String others, String points) {
        poker.vote(session, host.id(), hosts);
        poker.vote(session, other.id(), others);
        poker.reveal(session, host.id());
        poker.finalizeTask(session, host.id(), points);
    }
}
