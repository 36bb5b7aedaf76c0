package dev.fanfare.engine.presence;

import dev.fanfare.protocol.PresenceMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one presence channel: users, each with one or more connections. What is known of a user is what the first
 * of its connections brought, until the last one has left. Owned by the channel's home loop.
 */
public final class PresenceRoster {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Adds a connection of a user.
     *
     * @param limit distinct users; a user who is in already is never refused
     */
    public PresenceChange join(PresenceMember member, int limit) {
        Entry present = entries.get(member.userId());
        if (present != null) {
            present.connections++;
            return PresenceChange.NONE;
        }
        if (entries.size() >= limit) {
            return PresenceChange.REFUSED;
        }
        entries.put(member.userId(), new Entry(member));
        return PresenceChange.JOINED;
    }

    /** Removes a connection of a user that {@link #join} has accepted. */
    public PresenceChange leave(String userId) {
        Entry present = entries.get(userId);
        if (present == null) {
            throw new IllegalStateException("User " + userId + " leaves a channel without having joined it");
        }
        if (--present.connections > 0) {
            return PresenceChange.NONE;
        }
        entries.remove(userId);
        return PresenceChange.LEFT;
    }

    /** Distinct users. */
    public int size() {
        return entries.size();
    }

    /** In the order in which they came. */
    public Collection<PresenceMember> members() {
        List<PresenceMember> members = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            members.add(entry.member);
        }
        return members;
    }

    /** In the order in which they came. */
    public List<String> userIds() {
        return List.copyOf(entries.keySet());
    }

    /** The member of that id, or null. */
    public @Nullable PresenceMember member(String userId) {
        Entry entry = entries.get(userId);
        return entry == null ? null : entry.member;
    }

    private static final class Entry {
        final PresenceMember member;
        int connections = 1;

        Entry(PresenceMember member) {
            this.member = member;
        }
    }
}
