package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All that is kept of somebody who has no account: for them to have, or to be rid of. */
@RestController
class ContactDataController {
    private static final int PAGE = 1_000;

    private final TeamPolicy policy;
    private final ContactTable contacts;
    private final ContactViews views;
    private final ContactMessageTable table;
    private final InboxMessages messages;
    private final NoteTable notes;
    private final ContactErasing erasing;

    ContactDataController(
            TeamPolicy policy,
            ContactTable contacts,
            ContactViews views,
            ContactMessageTable table,
            InboxMessages messages,
            NoteTable notes,
            ContactErasing erasing) {
        this.policy = policy;
        this.contacts = contacts;
        this.views = views;
        this.table = table;
        this.messages = messages;
        this.notes = notes;
        this.erasing = erasing;
    }

    record ContactExport(
            ContactView contact, List<String> phones, List<InboxMessage> messages, List<ContactNote> notes) {}

    @GetMapping("/api/contacts/{id}/export")
    ResponseEntity<ContactExport> export(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        Contact contact = policy.visible(id, user.id());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("contact-" + id + ".json")
                                .build()
                                .toString())
                .body(new ContactExport(
                        views.one(id, user.id()), contacts.numbers(id), written(contact), notes.about(id)));
    }

    /** All messages, read in pages: a database takes only so many ids at once. */
    private List<InboxMessage> written(Contact contact) {
        List<InboxMessage> written = new ArrayList<>();
        List<StoredMessage> page = table.after(contact.id(), 0, PAGE);
        while (!page.isEmpty()) {
            written.addAll(messages.shown(contact, page));
            page = table.after(contact.id(), page.getLast().seq(), PAGE);
        }
        return written;
    }

    @DeleteMapping("/api/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        erasing.erase(id, user.id());
    }
}
