package dev.fanfare.platform.conversations;

import org.jspecify.annotations.Nullable;

/** Messages that another module keeps, which has a bean of this: whoever reads a message need not know whose it is. */
public interface OtherMessages {
    /**
     * What is left to read.
     *
     * @param unreadCount where the message is
     * @param total of all that the module keeps for the user
     */
    record Left(int unreadCount, int total) {}

    /**
     * Marks messages as read up to this one.
     *
     * @return null if the module keeps none of that id
     * @throws dev.fanfare.platform.web.Problem 404 if the user may not see it
     */
    @Nullable
    Left read(String userId, String messageId);
}
