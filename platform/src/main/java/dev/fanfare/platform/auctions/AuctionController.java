package dev.fanfare.platform.auctions;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Auctions over HTTP. */
@RestController
@RequestMapping("/api/auctions")
class AuctionController {
    private final Auctions auctions;
    private final AuctionSearch search;
    private final AuctionViews views;

    AuctionController(Auctions auctions, AuctionSearch search, AuctionViews views) {
        this.auctions = auctions;
        this.search = search;
        this.views = views;
    }

    record Page(List<AuctionView> auctions, @Nullable String next) {}

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        Slice<Auction> slice = search.find(user.id(), AuctionSearch.Kind.of(status), q, Limits.checked(limit), cursor);
        return new Page(views.of(slice.items(), user.id()), slice.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<AuctionView> one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return answer(auctions.find(id, user.id()), user);
    }

    @PostMapping
    ResponseEntity<AuctionView> open(@Valid @RequestBody NewAuction offer, @AuthenticationPrincipal SignedIn user) {
        Auction auction = auctions.find(auctions.open(user.id(), offer), user.id());
        return ResponseEntity.created(URI.create("/api/auctions/" + auction.id()))
                .eTag(Long.toString(auction.version()))
                .body(views.of(auction, user.id()));
    }

    @PatchMapping("/{id}")
    ResponseEntity<AuctionView> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AuctionChange change,
            @AuthenticationPrincipal SignedIn user) {
        String seen = IfMatch.required(ifMatch);
        return answer(auctions.change(id, user.id(), change, seen), user);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<AuctionView> cancel(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return answer(auctions.cancel(id, user.id()), user);
    }

    @PutMapping("/{id}/watch")
    ResponseEntity<Void> watch(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        auctions.watch(id, user.id(), true);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}/watch")
    ResponseEntity<Void> unwatch(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        auctions.watch(id, user.id(), false);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<AuctionView> answer(Auction auction, SignedIn user) {
        return ResponseEntity.ok().eTag(Long.toString(auction.version())).body(views.of(auction, user.id()));
    }
}
