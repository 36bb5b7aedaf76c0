package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes about contacts, for their teams. */
@RestController
class NoteController {
    private static final Limit WRITING = new Limit("write notes", 60, Duration.ofMinutes(1));

    private final Notes notes;
    private final NoteTable table;
    private final TeamPolicy policy;
    private final RateLimits limits;

    NoteController(Notes notes, NoteTable table, TeamPolicy policy, RateLimits limits) {
        this.notes = notes;
        this.table = table;
        this.policy = policy;
        this.limits = limits;
    }

    record NoteList(List<ContactNote> notes) {}

    record NoteText(@NotBlank String text) {}

    @GetMapping("/api/contacts/{id}/notes")
    NoteList list(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        policy.visible(id, user.id());
        return new NoteList(table.about(id));
    }

    @PostMapping("/api/contacts/{id}/notes")
    ResponseEntity<ContactNote> write(
            @PathVariable String id, @Valid @RequestBody NoteText text, @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        ContactNote note = notes.write(user.account(), id, text.text());
        return ResponseEntity.created(URI.create("/api/notes/" + note.id()))
                .eTag(Integer.toString(note.version()))
                .body(note);
    }

    @PatchMapping("/api/notes/{id}")
    ResponseEntity<ContactNote> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NoteText text,
            @AuthenticationPrincipal SignedIn user) {
        limits.take(WRITING, user.id());
        String seen = IfMatch.required(ifMatch);
        ContactNote note = notes.change(user.id(), id, text.text(), seen);
        return ResponseEntity.ok().eTag(Integer.toString(note.version())).body(note);
    }

    @DeleteMapping("/api/notes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        notes.delete(user.id(), id);
    }
}
