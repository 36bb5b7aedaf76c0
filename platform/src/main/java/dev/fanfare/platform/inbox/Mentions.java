package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.realtime.EventLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Who is mentioned in notes, and what they are told of it: always in the same order, so that nobody waits for somebody who waits for
 * them. Only those can be mentioned who see the contact; other names are text like any other, which tells nothing of who has an account.
 */
@Component
class Mentions {
    private final Teams teams;
    private final EventLog log;
    private final ApplicationEventPublisher modules;

    Mentions(Teams teams, EventLog log, ApplicationEventPublisher modules) {
        this.teams = teams;
        this.log = log;
        this.modules = modules;
    }

    /** Who is mentioned in a text about a contact, other than its author. */
    List<Person> in(String text, String contactId, String authorId) {
        return MentionText.mentioned(text, teams.around(contactId)).stream()
                .filter(person -> !person.id().equals(authorId))
                .toList();
    }

    /** A note says something else now, or is new: whoever was mentioned before is not told of it again. */
    void changed(ContactNote note, Collection<Person> before) {
        SortedSet<String> known = ids(before);
        SortedSet<String> now = ids(note.mentions());
        SortedSet<String> all = new TreeSet<>(known);
        all.addAll(now);
        for (String id : all) {
            modules.publishEvent(
                    now.contains(id)
                            ? told(id, note, !known.contains(id))
                            : withdrawn(id, note.contactId(), List.of(note)));
        }
    }

    /** Notes say what they said, and their author is called something else. */
    void reworded(List<ContactNote> notes) {
        byPerson(notes).forEach((id, theirs) -> theirs.forEach(note -> modules.publishEvent(told(id, note, false))));
    }

    /** Notes of one contact are gone. */
    void withdrawn(String contactId, List<ContactNote> notes) {
        byPerson(notes).forEach((id, theirs) -> modules.publishEvent(withdrawn(id, contactId, theirs)));
    }

    /** Notes belong to another contact now. */
    void moved(List<ContactNote> notes, String from, String to) {
        byPerson(notes).keySet().forEach(id -> modules.publishEvent(new NoteMention.Moved(id, from, to)));
    }

    /** Makes everybody wait who tells something to a team, or to whom notes mention. */
    void hold(Collection<ContactNote> notes, String teamId) {
        Set<String> told = new TreeSet<>(teams.members(teamId));
        notes.forEach(note -> told.addAll(ids(note.mentions())));
        log.holdUsers(told);
    }

    private static SortedSet<String> ids(Collection<Person> people) {
        return people.stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, List<ContactNote>> byPerson(List<ContactNote> notes) {
        SortedMap<String, List<ContactNote>> found = new TreeMap<>();
        for (ContactNote note : notes) {
            ids(note.mentions())
                    .forEach(id ->
                            found.computeIfAbsent(id, _ -> new ArrayList<>()).add(note));
        }
        return found;
    }

    private static NoteMention told(String accountId, ContactNote note, boolean isNew) {
        return new NoteMention.Told(
                accountId, note.author().name(), note.contactId(), note.id(), MentionText.excerpt(note.text()), isNew);
    }

    private static NoteMention withdrawn(String accountId, String contactId, List<ContactNote> notes) {
        return new NoteMention.Withdrawn(
                accountId, contactId, notes.stream().map(ContactNote::id).toList());
    }
}
