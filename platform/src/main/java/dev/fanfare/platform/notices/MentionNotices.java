package dev.fanfare.platform.notices;

import dev.fanfare.platform.inbox.NoteMention;
import dev.fanfare.platform.notifications.Notice;
import dev.fanfare.platform.notifications.Notifications;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells agents which notes mention them: once for each note, however often it is changed. */
@Component
class MentionNotices {
    private static final String NOTE = "noteId";

    private final Notifications notifications;

    MentionNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void tell(NoteMention.Told mention) {
        String title = mention.authorName() + " mentioned you in a note";
        boolean isTold = mention.isNew()
                && notifications.notify(
                                Notice.to(mention.accountId(), NotificationType.MESSAGE, title, mention.excerpt())
                                        .linkingTo(page(mention.contactId()))
                                        .with(NOTE, mention.noteId())
                                        .once("note:" + mention.noteId() + ":mention"))
                        != null;
        if (!isTold) {
            notifications.rewrite(
                    mention.accountId(),
                    page(mention.contactId()),
                    NOTE,
                    List.of(mention.noteId()),
                    title,
                    mention.excerpt());
        }
    }

    /** What was taken back is in no notification either. */
    @EventListener
    void withdraw(NoteMention.Withdrawn mention) {
        notifications.rewrite(
                mention.accountId(),
                page(mention.contactId()),
                NOTE,
                mention.noteIds(),
                "You were mentioned in a note",
                "The mention was taken back");
    }

    @EventListener
    void redirect(NoteMention.Moved mention) {
        notifications.redirect(mention.accountId(), page(mention.fromContactId()), page(mention.toContactId()));
    }

    private static String page(String contactId) {
        return "/inbox/" + contactId;
    }
}
