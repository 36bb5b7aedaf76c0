package dev.fanfare.platform.rooms;

import dev.fanfare.platform.realtime.TypingPlace;
import dev.fanfare.sdk.systems.tenant.RoomTyping;
import org.springframework.stereotype.Component;

/** Who may see a document may say that they write in its room. */
@Component
class TypingInRooms implements TypingPlace {
    private final Documents documents;

    TypingInRooms(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Kind kind() {
        return Kind.ROOM;
    }

    @Override
    public Object typed(String id, String userId, boolean isTyping) {
        documents.check(id, userId);
        return new RoomTyping(id, userId, isTyping);
    }
}
