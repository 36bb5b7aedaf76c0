package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.realtime.Revocations;
import dev.fanfare.platform.rooms.Document.Access;
import dev.fanfare.platform.rooms.Document.Edit;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.tenant.RecordChanged.Change;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with documents. */
@Service
public class Documents {
    private final DocumentTable documents;
    private final DocumentMembers members;
    private final DocumentViews views;
    private final DocumentNews news;
    private final Revocations revocations;
    private final Tenants tenants;
    private final Clock clock;

    Documents(
            DocumentTable documents,
            DocumentMembers members,
            DocumentViews views,
            DocumentNews news,
            Revocations revocations,
            Tenants tenants,
            Clock clock) {
        this.documents = documents;
        this.members = members;
        this.views = views;
        this.news = news;
        this.revocations = revocations;
        this.tenants = tenants;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /**
     * Begins a document for all members of the owner's tenant.
     *
     * @return its id
     */
    @Transactional
    public String create(String ownerId, String title, String text) {
        return create(ownerId, new NewDocument(title, text, null, null)).id();
    }

    /** The same for some of them. */
    @Transactional
    public String create(String ownerId, String title, String text, List<String> memberIds) {
        return create(ownerId, new NewDocument(title, text, Access.MEMBERS, memberIds))
                .id();
    }

    /** @throws Problem 400 saying what is wrong with it, 403 to who belongs to no tenant */
    @Transactional
    public DocumentView create(String ownerId, NewDocument wanted) {
        String tenantId = tenants.of(ownerId).stream()
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("no_tenant", "You belong to no tenant"));
        Edit edit = edit(ownerId);
        Document document = new Document(
                "doc_" + Ids.next(),
                tenantId,
                ownerId,
                titled(wanted.title()),
                wanted.text() == null ? "" : wanted.text(),
                wanted.access() == null ? Access.TENANT : wanted.access(),
                1,
                edit.at(),
                edit);
        documents.add(document);
        SortedSet<String> admitted =
                members.replace(document, wanted.memberIds() == null ? List.of() : wanted.memberIds());
        news.changed(Change.CREATED, document, admitted);
        return views.of(document);
    }

    /** @throws Problem 404 if there is none for that user */
    DocumentView find(String id, String userId) {
        return views.of(existing(documents.find(id, userId)));
    }

    /** @throws Problem 404 if there is none for that user */
    void check(String id, String userId) {
        if (!documents.isVisible(id, userId)) {
            throw Problem.notFound();
        }
    }

    /** One that nobody else changes meanwhile; 404 if there is none for that user. */
    private Document locked(String id, String userId) {
        Document document = existing(documents.lock(id));
        check(id, userId);
        return document;
    }

    private static Document existing(@Nullable Document document) {
        if (document == null) {
            throw Problem.notFound();
        }
        return document;
    }

    /**
     * Writes. What changes nothing makes no version.
     *
     * @param title null leaves it, as null leaves the text
     * @param ifMatch as {@link IfMatch} takes it
     * @throws Problem 412 with the document as it is, if it is another one by now
     */
    @Transactional
    public DocumentView write(String id, String userId, @Nullable String title, @Nullable String text, String ifMatch) {
        Document document = locked(id, userId);
        if (!IfMatch.isCurrent(ifMatch, document.version())) {
            throw Problem.stale(Map.of("current", views.of(document)));
        }
        String newTitle = title == null ? document.title() : titled(title);
        String newText = text == null ? document.text() : text;
        boolean isRenamed = !newTitle.equals(document.title());
        if (!isRenamed && newText.equals(document.text())) {
            return views.of(document);
        }
        Document written = document.written(newTitle, newText, edit(userId));
        documents.save(written);
        news.changed(Change.UPDATED, written, isRenamed ? members.of(id) : new TreeSet<>());
        return views.of(written);
    }

    /**
     * Says whom it is for from now on. Who may not see it any more hears no more of it.
     *
     * @throws Problem 403 to others than the owner
     */
    @Transactional
    public DocumentView open(String id, String userId, Access access, List<String> memberIds) {
        Document document = locked(id, userId);
        if (!document.ownerId().equals(userId)) {
            throw Problem.forbidden("Only the owner may say whom a document is for");
        }
        SortedSet<String> before = members.of(id);
        Document opened = document.opened(access, edit(userId));
        SortedSet<String> after = members.replace(opened, memberIds);
        if (access == document.access() && before.equals(after)) {
            return views.of(document);
        }
        documents.save(opened);
        news.opened(document, before, opened, after);
        cutOff(opened, before, after);
        return views.of(opened);
    }

    /** Who was on the list also loses what they may have been granted and not used yet. */
    private void cutOff(Document opened, SortedSet<String> before, SortedSet<String> after) {
        if (opened.isForTenant()) {
            return;
        }
        String channel = DocumentView.channel(opened.id());
        before.stream()
                .filter(userId -> !after.contains(userId))
                .forEach(userId -> revocations.revoke(userId, List.of(channel)));
        if (before.isEmpty()) {
            revocations.recheck(channel);
        }
    }

    /** @throws Problem 403 to others than the owner and administrators */
    @Transactional
    public void delete(String id, Account user) {
        Document document = locked(id, user.id());
        if (!document.ownerId().equals(user.id()) && user.role() != Account.Role.ADMIN) {
            throw Problem.forbidden("Only the owner may delete a document");
        }
        SortedSet<String> before = members.of(id);
        documents.delete(id);
        news.changed(Change.DELETED, document.written(document.title(), document.text(), edit(user.id())), before);
    }

    private Edit edit(String userId) {
        return new Edit(userId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String titled(String title) {
        String stripped = title.strip();
        if (stripped.isEmpty()) {
            throw Problem.malformed("invalid", "title is empty");
        }
        return stripped;
    }
}
