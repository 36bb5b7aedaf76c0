package dev.fanfare.platform.demo;

import dev.fanfare.platform.auctions.Auctions;
import dev.fanfare.platform.auctions.NewAuction;
import dev.fanfare.platform.identity.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What Ada sells and the others bid for, where there are such accounts and nobody has sold anything yet. */
@Component
@Order(4)
@ConditionalOnBooleanProperty("platform.demo")
class DemoAuctions implements ApplicationRunner {
    private static final String SELLER = "ada";
    private static final String BOB = "bob";
    private static final String CLEO = "cleo";

    private final Accounts accounts;
    private final Auctions auctions;
    private final Clock clock;

    DemoAuctions(Accounts accounts, Auctions auctions, Clock clock) {
        this.accounts = accounts;
        this.auctions = auctions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean isDemo = Stream.of(SELLER, BOB, CLEO).allMatch(id -> accounts.find(id) != null);
        if (!isDemo || !auctions.isEmpty()) {
            return;
        }
        String radio = open(
                "radio",
                "Valve radio, 1957",
                "Walnut case, all valves tested. Long wave still brings in the news.",
                45_00L,
                null,
                null,
                Duration.ofMinutes(12));
        auctions.bid(radio, BOB, 45_00L, 60_00L);
        auctions.bid(radio, CLEO, 46_00L, null);

        String bicycle = open(
                "bicycle",
                "Racing bicycle, steel frame",
                "Size 56, new tyres and cables. Collect it or have it sent in parts.",
                120_00L,
                300_00L,
                null,
                Duration.ofHours(3));
        auctions.bid(bicycle, CLEO, 120_00L, 180_00L);

        open(
                "desk",
                "Oak writing desk",
                "Four drawers with their keys. One scratch on the left, see it before you bid.",
                80_00L,
                null,
                240_00L,
                Duration.ofHours(26));
        String camera = open(
                "camera",
                "Rangefinder camera with 50 mm lens",
                "Shutter times measured last month. Comes with a leather case.",
                150_00L,
                null,
                null,
                Duration.ofHours(50));
        auctions.bid(camera, BOB, 160_00L, null);
        auctions.bid(camera, CLEO, 170_00L, 200_00L);
        auctions.bid(camera, BOB, 180_00L, 220_00L);

        plan(
                "records",
                "Box of 40 jazz records",
                "Most of them first pressings, two with a skip.",
                Duration.ofMinutes(30));
        plan("scales", "Kitchen scales with brass weights", "Seven weights, one is missing.", Duration.ofHours(20));

        String soldClock = open(
                "clock",
                "Station clock, 60 cm",
                "Runs to the second with any controller.",
                90_00L,
                null,
                190_00L,
                Duration.ofDays(1));
        auctions.buy(soldClock, BOB);
    }

    private String open(
            String picture,
            String title,
            String description,
            long startPrice,
            @Nullable Long reserve,
            @Nullable Long buyNow,
            Duration lasts) {
        Instant endAt = clock.instant().plus(lasts);
        return auctions.open(
                SELLER,
                new NewAuction(
                        title,
                        description,
                        image(picture),
                        "EUR",
                        startPrice,
                        reserve,
                        buyNow,
                        null,
                        endAt,
                        null,
                        null));
    }

    private static String image(String picture) {
        return "/demo/" + picture + ".svg";
    }

    private void plan(String picture, String title, String description, Duration untilItStarts) {
        Instant startsAt = clock.instant().plus(untilItStarts);
        auctions.open(
                SELLER,
                new NewAuction(
                        title,
                        description,
                        image(picture),
                        "EUR",
                        20_00L,
                        null,
                        null,
                        startsAt,
                        startsAt.plus(Duration.ofDays(2)),
                        null,
                        null));
    }
}
