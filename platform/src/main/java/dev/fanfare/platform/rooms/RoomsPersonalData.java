package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.platform.realtime.Revocations;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The documents that somebody owns, and the lists they are on. */
@Component
class RoomsPersonalData implements PersonalData {
    private final DocumentTable documents;
    private final DocumentMembers members;
    private final Revocations revocations;

    RoomsPersonalData(DocumentTable documents, DocumentMembers members, Revocations revocations) {
        this.documents = documents;
        this.members = members;
        this.revocations = revocations;
    }

    /** @param sharedWithMe ids of the documents that others have put them on the list of */
    record Exported(List<Own> own, List<String> sharedWithMe) {
        record Own(String id, String title, String text, Instant createdAt, Instant updatedAt) {}
    }

    @Override
    public String section() {
        return "documents";
    }

    @Override
    public Object export(String accountId) {
        List<Document> own = documents.ownedBy(accountId);
        List<String> ids = own.stream().map(Document::id).toList();
        return new Exported(
                own.stream()
                        .map(document -> new Exported.Own(
                                document.id(),
                                document.title(),
                                document.text(),
                                document.createdAt(),
                                document.last().at()))
                        .toList(),
                members.withMember(accountId).stream()
                        .filter(id -> !ids.contains(id))
                        .toList());
    }

    /** What only they could see is gone. What others see, too, stays for them. */
    @Override
    public void erase(String accountId) {
        for (Document document : documents.ownedBy(accountId)) {
            if (!document.isForTenant() && members.of(document.id()).size() == 1) {
                documents.delete(document.id());
            }
        }
        List<String> shared = members.withMember(accountId);
        members.forget(accountId);
        shared.forEach(id -> revocations.recheck(DocumentView.channel(id)));
    }
}
