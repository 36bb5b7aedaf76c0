package dev.fanfare.platform.demo;

import static dev.fanfare.platform.carrier.Medium.SMS;
import static dev.fanfare.platform.carrier.Medium.WHATSAPP;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.inbox.ContactHistories;
import dev.fanfare.platform.inbox.ContactHistories.Line;
import dev.fanfare.platform.inbox.Teams;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has texted Lamplight Trading, where there are its accounts and no team yet. Its numbers are those of films. */
@Component
@Order(6)
@ConditionalOnBooleanProperty("platform.demo")
class DemoInbox implements ApplicationRunner {
    private static final String SUPPORT = "team_support";
    private static final String SALES = "team_sales";
    private static final String DAN = "dan";
    private static final String ADA = "ada";
    private static final String BOB = "bob";

    private final Accounts accounts;
    private final Teams teams;
    private final ContactHistories histories;

    DemoInbox(Accounts accounts, Teams teams, ContactHistories histories) {
        this.accounts = accounts;
        this.teams = teams;
        this.histories = histories;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean isDemo = Stream.of(DAN, ADA, BOB, "eve").allMatch(id -> accounts.find(id) != null);
        if (!isDemo || !teams.isEmpty()) {
            return;
        }
        teams.keep(SUPPORT, "org_123", "Support", List.of(DAN, ADA), List.of("+12025550100"));
        teams.keep(SALES, "org_123", "Sales", List.of(BOB), List.of("+12025550101"));
        teams.keep("team_elsewhere", "org_999", "Support", List.of("eve"), List.of("+12025550102"));
        support();
        histories.add(
                SALES,
                "Harbour Hotel",
                "+442079460155",
                List.of(
                        new Line(
                                SMS,
                                null,
                                "We need forty bedside lamps by May. Is there a price for that many?",
                                hours(20)),
                        new Line(SMS, BOB, "There is: €31 each from forty on. Shall I hold them for you?", hours(19)),
                        new Line(SMS, null, "Please do, I will confirm by Friday.", hours(18))),
                1);
        histories.add(
                "team_elsewhere",
                "Someone Elsewhere",
                "+12025550190",
                List.of(new Line(SMS, null, "Is this the right number?", hours(3))),
                1);
    }

    private void support() {
        histories.add(
                SUPPORT,
                "Olga Petrova",
                "+12025550143",
                List.of(
                        new Line(SMS, null, "Hi, my order came without the shade.", hours(50)),
                        new Line(SMS, DAN, "I am sorry to hear that. A new one leaves today.", hours(49)),
                        new Line(SMS, null, "Wonderful, thank you!", hours(48))),
                0);
        histories.add(
                SUPPORT,
                "Marc Dubois",
                "+33639981234",
                List.of(
                        new Line(WHATSAPP, null, "Bonjour, does the desk lamp work on 230 V?", minutes(95)),
                        new Line(WHATSAPP, ADA, "It does, with the plug that comes along.", minutes(90)),
                        new Line(WHATSAPP, null, "Parfait. And can I return it if it is too bright?", minutes(12))),
                1);
        histories.add(
                SUPPORT,
                "Priya Nair",
                "+442079460123",
                List.of(
                        new Line(SMS, null, "The courier left the parcel in the rain.", minutes(40)),
                        new Line(SMS, null, "The box is wet, I have not opened it yet.", minutes(38))),
                2);
        histories.add(
                SUPPORT,
                null,
                "+12025550167",
                List.of(new Line(SMS, null, "Do you repair old station clocks?", minutes(4))),
                1);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
