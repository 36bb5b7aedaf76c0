package dev.fanfare.platform.demo;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.rooms.Documents;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo accounts write together, where there are such accounts and no documents yet. */
@Component
@Order(11)
@ConditionalOnBooleanProperty("platform.demo")
class DemoDocuments implements ApplicationRunner {
    private static final String ADA = "ada";
    private static final String BOB = "bob";
    private static final String DAN = "dan";
    private static final String EVE = "eve";

    private final Accounts accounts;
    private final Documents documents;

    DemoDocuments(Accounts accounts, Documents documents) {
        this.accounts = accounts;
        this.documents = documents;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean isDemo = Stream.of(ADA, BOB, DAN, EVE).allMatch(id -> accounts.find(id) != null);
        if (!isDemo || !documents.isEmpty()) {
            return;
        }
        documents.create(ADA, "Packing guide", """
                How we send things so that they arrive

                1. Lamps: take the bulb out, wrap it by itself.
                2. Clocks: stop the pendulum, and say so on the box.
                3. Records: upright, never flat, with a board on either side.

                Whoever finds a better way writes it down here.""");
        documents.create(BOB, "Autumn fair: what we bring", """
                Stand 14, Saturday and Sunday

                - the oak desk (Ada has the keys)
                - two boxes of jazz records
                - price tags, tape, the cash box

                Still missing: somebody who drives.""");
        documents.create(
                ADA,
                "Margins 2026",
                "Lamps 40 %, clocks 55 %, furniture 25 %. Not for the others until it is decided.",
                List.of(DAN));
        documents.create(EVE, "Elsewhere's plans", "Nothing of this concerns Lamplight Trading.");
    }
}
