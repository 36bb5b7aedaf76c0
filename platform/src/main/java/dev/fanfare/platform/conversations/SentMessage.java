package dev.fanfare.platform.conversations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fanfare.platform.identity.Account;
import org.jspecify.annotations.Nullable;

/** That a message was sent, and by whom. */
record SentMessage(boolean success, WithSender message) {
    record WithSender(@JsonUnwrapped Message message, boolean read, Sender sender) {}

    /** An account's name is one; what is before its last word counts as the first name. */
    record Sender(
            String id,
            String firstName,
            String lastName,
            @Nullable String imageUrl) {}

    static SentMessage of(Message message, Account account) {
        int gap = account.name().lastIndexOf(' ');
        String first = gap < 0 ? account.name() : account.name().substring(0, gap);
        String last = account.name().substring(gap < 0 ? account.name().length() : gap + 1);
        return new SentMessage(
                true, new WithSender(message, false, new Sender(account.id(), first, last, account.avatar())));
    }
}
