package dev.fanfare.platform.inbox;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.inbox.InboxChannels;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.function.Consumer;

/** What is told of contacts, with what every application tells of its own. */
public final class InboxDeclarations {
    private InboxDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> of(InboxChannels<U> channels) {
        return registry -> registry.with(channels)
                .event(
                        NoteDeleted.class,
                        note -> note.whole(InboxChannels.CONTACT, "note:deleted", NoteDeleted::contactId))
                .event(
                        LongText.class,
                        text -> text.to(
                                        InboxChannels.CONTACT,
                                        "message:created",
                                        LongText.Told.class,
                                        LongText::contactId,
                                        message -> message.isNew() ? message.told() : null)
                                .to(
                                        InboxChannels.CONTACT,
                                        "message:updated",
                                        LongText.Told.class,
                                        LongText::contactId,
                                        message -> message.isNew() ? null : message.told()))
                .event(
                        InboxChanged.class,
                        changed -> changed.toEach(
                                UserChannels.PATTERN,
                                "inbox:changed",
                                InboxChanged.News.class,
                                event -> event.unread().keySet(),
                                InboxChanged::to))
                .event(
                        ViewersChanged.class,
                        changed -> changed.toEach(
                                UserChannels.PATTERN,
                                "inbox:viewers",
                                ViewersChanged.News.class,
                                ViewersChanged::team,
                                ViewersChanged::to));
    }
}
