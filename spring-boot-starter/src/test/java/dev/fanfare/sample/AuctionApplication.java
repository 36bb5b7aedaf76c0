package dev.fanfare.sample;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberAdded;
import java.security.Principal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
class AuctionApplication {
    record BidPlaced(String auctionId, long amount) {}

    private final JdbcTemplate database;
    private final EventPublisher events;

    AuctionApplication(JdbcTemplate database, EventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Bean
    static Registry<Principal> channels() {
        Policy<Principal> own = (user, id) -> new Decision(user.getName().equals(id), "one's own");
        Policy<Principal> open = (user, id) -> Decision.allow("open to all");
        return Registry.<Principal>builder()
                .channel("auction-{id}", it -> it.carries("bid-placed", BidPlaced.class, BidPlaced::auctionId))
                .channel("private-user-{id}", it -> it.allows(own))
                .channel("presence-room-{id}", it -> it.allows(open).showsMember(me -> new Member(me.getName(), null)))
                .build();
    }

    @PostMapping("/auctions/{id}/bids/{amount}")
    @Transactional
    public void bid(@PathVariable String id, @PathVariable long amount) {
        database.update("INSERT INTO bid (auction, amount) VALUES (?, ?)", id, amount);
        events.publish(new BidPlaced(id, amount));
    }

    @EventListener
    public void enter(MemberAdded member) {
        database.update("INSERT INTO visit (room, name) VALUES (?, ?)", member.channel(), member.userId());
    }

    public static void main(String... arguments) {
        SpringApplication.run(AuctionApplication.class, arguments);
    }
}
