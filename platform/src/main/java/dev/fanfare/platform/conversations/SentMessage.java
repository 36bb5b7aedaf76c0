package dev.fanfare.platform.conversations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.FullName;
import org.jspecify.annotations.Nullable;

/** That a message was sent, and by whom. */
record SentMessage(boolean success, WithSender message) {
    record WithSender(@JsonUnwrapped Message message, boolean read, Sender sender) {}

    record Sender(
            String id,
            String firstName,
            String lastName,
            @Nullable String imageUrl) {}

    static SentMessage of(Message message, Account account) {
        FullName name = FullName.of(account.name());
        return new SentMessage(
                true,
                new WithSender(message, false, new Sender(account.id(), name.first(), name.last(), account.avatar())));
    }
}
