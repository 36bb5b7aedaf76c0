package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** Shows documents, with the people behind the ids. */
@Component
class DocumentViews {
    private final DocumentMembers members;
    private final Accounts accounts;

    DocumentViews(DocumentMembers members, Accounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    DocumentView of(Document document) {
        SortedSet<String> admitted = members.of(document.id());
        Set<String> ids = new HashSet<>(admitted);
        ids.add(document.ownerId());
        ids.add(document.last().by());
        Map<String, Person> people = accounts.people(ids);
        return new DocumentView(
                document.id(),
                document.title(),
                document.text(),
                document.access(),
                admitted.stream().map(id -> person(people, id)).toList(),
                person(people, document.ownerId()),
                document.version(),
                document.createdAt(),
                document.last().at(),
                person(people, document.last().by()),
                DocumentView.channel(document.id()),
                document.isForTenant()
                        ? DocumentView.tenantChannel(document.tenantId())
                        : DocumentView.channel(document.id()));
    }

    List<DocumentView.Entry> entries(List<Document> documents) {
        Set<String> ids = new HashSet<>();
        documents.forEach(document -> {
            ids.add(document.ownerId());
            ids.add(document.last().by());
        });
        Map<String, Person> people = accounts.people(ids);
        return documents.stream()
                .map(document -> new DocumentView.Entry(
                        document.id(),
                        document.title(),
                        document.access(),
                        person(people, document.ownerId()),
                        document.version(),
                        document.createdAt(),
                        document.last().at(),
                        person(people, document.last().by()),
                        DocumentView.channel(document.id())))
                .toList();
    }

    Person person(String id) {
        return person(accounts.people(List.of(id)), id);
    }

    private static Person person(Map<String, Person> people, String id) {
        return people.getOrDefault(id, new Person(id, "", null));
    }
}
