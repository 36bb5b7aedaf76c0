package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents over HTTP. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {
    private static final Limit WRITING = new Limit("write documents", 60, Duration.ofSeconds(20));

    private final Documents documents;
    private final DocumentSearch search;
    private final DocumentViews views;
    private final Tenants tenants;
    private final RateLimits limits;

    DocumentController(
            Documents documents, DocumentSearch search, DocumentViews views, Tenants tenants, RateLimits limits) {
        this.documents = documents;
        this.search = search;
        this.views = views;
        this.tenants = tenants;
        this.limits = limits;
    }

    /** @param channels where it is told what becomes of documents for a whole tenant */
    record Page(
            List<DocumentView.Entry> documents, @Nullable String next, List<String> channels) {}

    /** What is to become different; null stays as it is. */
    record Change(
            @Nullable @Size(max = NewDocument.LONGEST_TITLE) String title,
            @Nullable @Size(max = NewDocument.LONGEST_TEXT) String text) {}

    /** @param memberIds null for none but the owner */
    record NewAccess(
            @NotNull Document.Access access,
            @Nullable @Size(max = NewDocument.MOST_MEMBERS) List<@NotNull String> memberIds) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn user) {
        Slice<Document> slice = search.find(user.id(), q.strip(), Limits.checked(limit), cursor);
        List<String> channels =
                tenants.of(user.id()).stream().map(DocumentView::tenantChannel).toList();
        return new Page(views.entries(slice.items()), slice.next(), channels);
    }

    @GetMapping("/{id}")
    ResponseEntity<DocumentView> one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        return answer(ResponseEntity.ok(), documents.find(id, user.id()));
    }

    @PostMapping
    ResponseEntity<DocumentView> create(
            @Valid @RequestBody NewDocument wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        DocumentView document = documents.create(user.id(), wanted);
        return answer(ResponseEntity.created(URI.create("/api/documents/" + document.id())), document);
    }

    @PatchMapping("/{id}")
    ResponseEntity<DocumentView> write(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change,
            @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        String seen = IfMatch.required(ifMatch);
        return answer(ResponseEntity.ok(), documents.write(id, user.id(), change.title(), change.text(), seen));
    }

    @PutMapping("/{id}/access")
    ResponseEntity<DocumentView> open(
            @PathVariable String id, @Valid @RequestBody NewAccess wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        List<String> memberIds = wanted.memberIds() == null ? List.of() : wanted.memberIds();
        return answer(ResponseEntity.ok(), documents.open(id, user.id(), wanted.access(), memberIds));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        documents.delete(id, user.account());
    }

    private static ResponseEntity<DocumentView> answer(ResponseEntity.BodyBuilder answer, DocumentView document) {
        return answer.eTag(Long.toString(document.version())).body(document);
    }
}
