package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of planning poker over HTTP: what there are, and what came of them. */
@RestController
@RequestMapping("/api/poker")
class PokerController {
    private final Poker poker;
    private final Games games;
    private final PokerSearch search;
    private final Summaries summaries;
    private final PokerLimit limit;

    PokerController(Poker poker, Games games, PokerSearch search, Summaries summaries, PokerLimit limit) {
        this.poker = poker;
        this.games = games;
        this.search = search;
        this.summaries = summaries;
        this.limit = limit;
    }

    record Decks(List<Deck> decks) {}

    @GetMapping("/decks")
    Decks decks() {
        return new Decks(Deck.KNOWN);
    }

    /** @param next where the next page begins, null if this is the last */
    record Page(List<PokerSearch.Entry> sessions, @Nullable String next) {}

    @GetMapping("/sessions")
    Page list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        Slice<PokerSearch.Entry> slice = search.find(user.id(), status, Limits.checked(limit), cursor);
        return new Page(slice.items(), slice.next());
    }

    @PostMapping("/sessions")
    ResponseEntity<PokerView> open(@Valid @RequestBody NewSession wanted, @AuthenticationPrincipal SignedIn user) {
        limit.take(user);
        String id = poker.open(user.id(), wanted);
        return ResponseEntity.created(URI.create("/api/poker/sessions/" + id)).body(games.see(id, user.id()));
    }

    @GetMapping("/sessions/{id}")
    PokerView one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return games.see(id, user.id());
    }

    @GetMapping("/sessions/{id}/summary")
    Summary summary(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return summaries.of(id, user.id());
    }

    @GetMapping(path = "/sessions/{id}/summary.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        String csv = summaries.of(id, user.id()).csv();
        ContentDisposition file = ContentDisposition.attachment()
                .filename("planning-poker-" + id + ".csv")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(csv);
    }
}
