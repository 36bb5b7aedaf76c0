package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.tenant.RecordChanged;
import dev.fanfare.sdk.systems.tenant.RecordChanged.Change;
import dev.fanfare.sdk.systems.tenant.TenantRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Tells of documents those whom they are for. */
@Component
class DocumentNews {
    private final EventPublisher publisher;
    private final EventLog log;
    private final DocumentViews views;

    DocumentNews(EventPublisher publisher, EventLog log, DocumentViews views) {
        this.publisher = publisher;
        this.log = log;
        this.views = views;
    }

    /** @param lists of whom a list looks different now, if it is not for the tenant */
    void changed(Change change, Document document, SortedSet<String> lists) {
        TenantRecord told = told(document);
        List<Object> events = new ArrayList<>();
        if (document.isForTenant()) {
            events.add(new RecordChanged(document.tenantId(), change, told));
        } else {
            events.add(new RoomRecordChanged(document.id(), change, told));
        }
        publish(lists, document.id(), events);
    }

    /** It is for others than before. Those of the tenant whom it is no longer for lose it as if it were deleted. */
    void opened(Document before, SortedSet<String> membersBefore, Document after, SortedSet<String> membersAfter) {
        TenantRecord told = told(after);
        List<Object> events = new ArrayList<>();
        if (before.isForTenant() != after.isForTenant()) {
            Change change = after.isForTenant() ? Change.CREATED : Change.DELETED;
            events.add(new RecordChanged(after.tenantId(), change, told));
        }
        events.add(new RoomRecordChanged(after.id(), Change.UPDATED, told));
        SortedSet<String> lists = new TreeSet<>(membersBefore);
        lists.addAll(membersAfter);
        publish(lists, after.id(), events);
    }

    /** Users are held before anything that others may wait for. */
    private void publish(SortedSet<String> lists, String documentId, List<Object> events) {
        log.holdUsers(lists);
        if (!lists.isEmpty()) {
            events.add(new DocumentsChanged(List.copyOf(lists), new DocumentsChanged.Told(documentId)));
        }
        publisher.publishAll(events);
    }

    private TenantRecord told(Document document) {
        Person by = views.person(document.last().by());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", document.title());
        fields.put("updatedBy", by);
        return new TenantRecord("document", document.id(), document.version(), fields);
    }
}
