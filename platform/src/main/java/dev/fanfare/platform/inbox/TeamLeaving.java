package dev.fanfare.platform.inbox;

import dev.fanfare.platform.inbox.Contact.Standing;
import dev.fanfare.platform.realtime.Revocations;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What follows when others are in a team than before: who was taken off hears no more of its contacts, and is to answer none. */
@Component
class TeamLeaving {
    private final TeamTable table;
    private final ContactTable contacts;
    private final ContactKeeper keeper;
    private final InboxNews news;
    private final Revocations revocations;

    TeamLeaving(TeamTable table, ContactTable contacts, ContactKeeper keeper, InboxNews news, Revocations revocations) {
        this.table = table;
        this.contacts = contacts;
        this.keeper = keeper;
        this.news = news;
        this.revocations = revocations;
    }

    /** Whoever calls has locked the team, whose members are those after. */
    void told(String teamId, SortedSet<String> before, SortedSet<String> after) {
        before.stream().filter(member -> !after.contains(member)).forEach(gone -> {
            unassign(teamId, gone);
            revocations.reduce(gone);
        });
        String contact = table.latestContact(teamId);
        if (contact != null) {
            SortedSet<String> all = new TreeSet<>(before);
            all.addAll(after);
            news.listed(contact, all);
        }
    }

    private void unassign(String teamId, String accountId) {
        for (String id : table.assigned(teamId, accountId)) {
            Contact contact = contacts.lock(id);
            if (contact != null) {
                unassign(contact, accountId);
            }
        }
    }

    /** Whoever calls has locked the contact. */
    void unassign(Contact contact, String accountId) {
        Standing standing = contact.standing();
        if (accountId.equals(standing.assigneeId())) {
            Contact after =
                    contact.with(new Standing(standing.status(), standing.snoozedUntil(), null), contact.updatedAt());
            keeper.keep(contact, after.nextVersion());
        }
    }
}
