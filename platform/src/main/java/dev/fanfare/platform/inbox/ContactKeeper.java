package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Keeps contacts that have changed, and tells of what is different: new values, by the names that they have in answers. */
@Component
class ContactKeeper {
    private final ContactTable contacts;
    private final InboxNews news;
    private final Accounts accounts;

    ContactKeeper(ContactTable contacts, InboxNews news, Accounts accounts) {
        this.contacts = contacts;
        this.news = news;
        this.accounts = accounts;
    }

    /** Whoever calls has locked it. */
    void keep(Contact before, Contact after) {
        if (after.equals(before)) {
            return;
        }
        contacts.save(after);
        Map<String, Object> changes = changes(before, after);
        if (!changes.isEmpty()) {
            news.updated(after, changes);
        }
    }

    private Map<String, Object> changes(Contact before, Contact after) {
        Map<String, Object> changes = new LinkedHashMap<>();
        put(changes, "name", before.name(), after.name());
        put(
                changes,
                "status",
                before.standing().status().word(),
                after.standing().status().word());
        put(
                changes,
                "snoozedUntil",
                before.standing().snoozedUntil(),
                after.standing().snoozedUntil());
        String assignee = after.standing().assigneeId();
        if (!Objects.equals(before.standing().assigneeId(), assignee)) {
            put(
                    changes,
                    "assignee",
                    "",
                    assignee == null ? null : accounts.people(List.of(assignee)).get(assignee));
        }
        put(changes, "unread", before.progress().unread() > 0, after.progress().unread() > 0);
        put(changes, "unreadCount", before.progress().unread(), after.progress().unread());
        put(
                changes,
                "optedOut",
                before.reach().optedOutAt() != null,
                after.reach().optedOutAt() != null);
        put(
                changes,
                "whatsappWindowEndsAt",
                before.reach().windowEndsAt(),
                after.reach().windowEndsAt());
        put(changes, "channels", before.reach().media(), after.reach().media());
        put(changes, "version", before.version(), after.version());
        return changes;
    }

    private static void put(Map<String, Object> changes, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(name, after == null ? JsonNodeFactory.instance.nullNode() : after);
        }
    }
}
