package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.Problem;

/** Something that several write in and see each other do it: one bean for each kind. */
public interface TypingPlace {
    /** What a request names it by. */
    enum Kind {
        /** {@code conversationId}. */
        CONVERSATION,
        /** {@code roomId}. */
        ROOM
    }

    Kind kind();

    /**
     * Makes what is told to the others.
     *
     * @return a record that the registry knows
     * @throws Problem 404 if there is none for that user, 403 if they may not write in it
     */
    Object typed(String id, String userId, boolean isTyping);
}
