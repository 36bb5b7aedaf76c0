package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Carrier;
import dev.fanfare.platform.carrier.Carrier.Download;
import dev.fanfare.platform.inbox.MediaTable.Attached;
import dev.fanfare.platform.inbox.MediaTable.State;
import dev.fanfare.platform.work.Due;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches what came along with texts, as far as it is small enough and of a type that does nothing by itself. */
@Component
class MediaQueue implements Due {
    private static final Logger LOG = LoggerFactory.getLogger(MediaQueue.class);
    private static final int TRIES = 6;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Set<String> TYPES = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/amr",
            "audio/aac",
            "video/mp4",
            "video/3gpp",
            "application/pdf",
            "text/vcard",
            "text/x-vcard",
            "text/plain");

    private final MediaTable media;
    private final ContactMessageTable messages;
    private final ContactTable contacts;
    private final InboxNews news;
    private final Carrier carrier;
    private final Desk desk;
    private final long mostBytes;

    MediaQueue(
            MediaTable media,
            ContactMessageTable messages,
            ContactTable contacts,
            InboxNews news,
            Carrier carrier,
            Desk desk,
            InboxSettings settings) {
        this.media = media;
        this.messages = messages;
        this.contacts = contacts;
        this.news = news;
        this.carrier = carrier;
        this.desk = desk;
        mostBytes = settings.mediaSize().toBytes();
    }

    @Override
    public String name() {
        return "media";
    }

    @Override
    public List<String> due(Instant now) {
        return media.due(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return media.nextDue();
    }

    @Override
    public void goOn(String id) {
        Attached attached = media.find(id);
        if (attached == null || attached.state() != State.WAITING) {
            return;
        }
        try {
            Download download = carrier.download(attached.source(), mostBytes);
            desk.ledger().change(() -> settle(attached, download));
        } catch (IOException e) {
            desk.ledger().change(() -> again(attached, e));
        }
    }

    private boolean settle(Attached attached, Download download) {
        StoredMessage message = messages.find(attached.messageId());
        Contact contact = message == null ? null : contacts.lock(message.contactId());
        Attached now = media.find(attached.id());
        if (message == null || contact == null || now == null || now.state() != State.WAITING) {
            return false;
        }
        switch (download) {
            case Download.Content content -> {
                String type = type(content.contentType());
                if (TYPES.contains(type) && content.bytes().length > 0) {
                    media.keep(attached, type, content.bytes());
                } else {
                    LOG.warn("What came along with {} is {}, which is not kept", message.id(), type);
                    media.refuse(attached);
                }
            }
            case Download.Impossible impossible -> {
                LOG.warn("What came along with {} cannot be had: {}", message.id(), impossible.reason());
                media.refuse(attached);
            }
        }
        news.saved(contact, message, false);
        return true;
    }

    private boolean again(Attached attached, IOException failure) {
        if (attached.tries() + 1 >= TRIES) {
            return settle(attached, new Download.Impossible(String.valueOf(failure.getMessage())));
        }
        Duration wait = FIRST_RETRY.multipliedBy(1L << (2 * attached.tries()));
        LOG.info("What came along with {} is tried again in {}", attached.messageId(), wait, failure);
        media.postpone(attached, desk.now().plus(wait));
        return true;
    }

    private static String type(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
