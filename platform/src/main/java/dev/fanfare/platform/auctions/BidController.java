package dev.fanfare.platform.auctions;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bids over HTTP. */
@RestController
@RequestMapping("/api/auctions/{id}")
class BidController {
    private final Auctions auctions;
    private final Bids bids;
    private final Retractions retractions;
    private final BidHistory history;
    private final AuctionViews views;
    private final RateLimits limits;
    private final Limit limit;

    BidController(
            Auctions auctions,
            Bids bids,
            BidHistory history,
            AuctionViews views,
            RateLimits limits,
            AuctionSettings settings,
            Retractions retractions) {
        this.auctions = auctions;
        this.bids = bids;
        this.history = history;
        this.views = views;
        this.limits = limits;
        limit = new Limit("bids of", settings.bidsPerMinute(), Duration.ofMinutes(1));
        this.retractions = retractions;
    }

    record Placed(BidView bid, AuctionView auction) {}

    @PostMapping("/bids")
    ResponseEntity<Placed> bid(
            @PathVariable String id, @Valid @RequestBody WantedBid wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(limit, user.id());
        PlacedBid placed = bids.place(id, user.id(), wanted);
        Placed answer = new Placed(
                history.line(placed.auction(), placed.bid(), user.id()), views.of(placed.auction(), user.id()));
        return ResponseEntity.status(placed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    @GetMapping("/bids")
    BidHistory.Page list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "20") int limit,
            @AuthenticationPrincipal SignedIn user) {
        Auction auction = auctions.find(id, user.id());
        return history.before(auction, before == null ? Long.MAX_VALUE : before, Limits.checked(limit), user.id());
    }

    @PostMapping("/buy")
    AuctionView buy(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limits.take(limit, user.id());
        return views.of(bids.buy(id, user.id()), user.id());
    }

    @PostMapping("/bids/{seq}/retract")
    AuctionView retract(@PathVariable String id, @PathVariable long seq, @AuthenticationPrincipal SignedIn user) {
        return views.of(retractions.retract(id, seq, user.id()), user.id());
    }
}
