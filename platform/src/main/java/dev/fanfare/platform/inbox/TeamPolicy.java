package dev.fanfare.platform.inbox;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Who may have anything of a contact: its team, and nobody else. To others there is no contact. */
@Component
class TeamPolicy implements Policy<Principal> {
    private final ContactTable contacts;
    private final Teams teams;

    TeamPolicy(ContactTable contacts, Teams teams) {
        this.contacts = contacts;
        this.teams = teams;
    }

    @Override
    public Decision decide(Principal user, String id) {
        Contact contact = contacts.find(id);
        return contact != null && teams.has(contact.teamId(), user.getName())
                ? Decision.allow("team of the contact")
                : Decision.deny("not in the team, or no such contact");
    }

    /**
     * The contact itself.
     *
     * @throws Problem 404 if there is none for that user
     */
    Contact visible(String id, String userId) {
        Contact contact = contacts.find(id);
        if (contact == null || !teams.has(contact.teamId(), userId)) {
            throw Problem.notFound();
        }
        return contact;
    }

    /** The same, and until the transaction ends nobody else changes it. */
    Contact locked(String id, String userId) {
        visible(id, userId);
        Contact contact = contacts.lock(id);
        if (contact == null) {
            throw Problem.notFound();
        }
        return contact;
    }
}
