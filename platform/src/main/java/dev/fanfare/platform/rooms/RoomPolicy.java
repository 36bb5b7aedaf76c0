package dev.fanfare.platform.rooms;

import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Who may enter a room: whoever may see its document. */
@Component
class RoomPolicy implements Policy<Principal> {
    private final DocumentTable documents;

    RoomPolicy(DocumentTable documents) {
        this.documents = documents;
    }

    @Override
    public Decision decide(Principal user, String id) {
        return documents.isVisible(id, user.getName())
                ? Decision.allow("may see the document")
                : Decision.deny("no document for the user");
    }
}
