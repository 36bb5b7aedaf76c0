package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who texts a team, or is texted by it.
 *
 * @param name null while nobody knows it
 * @param phone the number that they last wrote from
 * @param version goes up with each change of what agents decide
 * @param updatedAt when something was last written, or the standing changed
 */
record Contact(
        String id,
        String teamId,
        @Nullable String name,
        String phone,
        Standing standing,
        Progress progress,
        Reach reach,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /** How long WhatsApp lets us answer. */
    private static final Duration WINDOW = Duration.ofHours(24);

    /** Whether somebody has to answer. */
    enum Status {
        OPEN,
        SNOOZED,
        CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the team has decided.
     *
     * @param snoozedUntil null unless it is snoozed
     * @param assigneeId who is to answer; null for anybody
     */
    record Standing(
            Status status,
            @Nullable Instant snoozedUntil,
            @Nullable String assigneeId) {
        Standing opened() {
            return new Standing(Status.OPEN, null, assigneeId);
        }
    }

    /**
     * How far the conversation has come.
     *
     * @param lastSeq the number of the last message
     * @param readSeq the number of the last that the team has read
     * @param unread how many of the contact's own come after that
     */
    record Progress(long lastSeq, long readSeq, int unread) {}

    /**
     * How they can be written to.
     *
     * @param whatsappAt when they last wrote by WhatsApp; null if never, or if it says that this is too long ago
     * @param optedOutAt since when they want to hear nothing, by whatever medium; null if they do not mind
     * @param line the number of ours that they last wrote to
     */
    record Reach(
            boolean sms,
            boolean whatsapp,
            @Nullable Instant whatsappAt,
            @Nullable Instant optedOutAt,
            @Nullable String line) {
        static final Reach NONE = new Reach(false, false, null, null, null);

        /** After they have written. */
        Reach writtenBy(Medium medium, String line, Instant at) {
            boolean isWhatsapp = medium == Medium.WHATSAPP;
            return new Reach(
                    sms || !isWhatsapp, whatsapp || isWhatsapp, isWhatsapp ? at : whatsappAt, optedOutAt, line);
        }

        /** After they were written to. */
        Reach writtenTo(Medium medium) {
            boolean isWhatsapp = medium == Medium.WHATSAPP;
            return new Reach(sms || !isWhatsapp, whatsapp || isWhatsapp, whatsappAt, optedOutAt, line);
        }

        Reach optedOut(@Nullable Instant at) {
            return new Reach(sms, whatsapp, whatsappAt, at, line);
        }

        Reach windowClosed() {
            return new Reach(sms, whatsapp, null, optedOutAt, line);
        }

        List<Medium> media() {
            return whatsapp
                    ? sms ? List.of(Medium.SMS, Medium.WHATSAPP) : List.of(Medium.WHATSAPP)
                    : List.of(Medium.SMS);
        }

        @Nullable
        Instant windowEndsAt() {
            return whatsappAt == null ? null : whatsappAt.plus(WINDOW);
        }

        /** Why they cannot be written to; null if they can. */
        @Nullable
        String refusal(Medium medium, Instant now) {
            if (optedOutAt != null) {
                return "opted_out";
            }
            Instant end = windowEndsAt();
            return medium == Medium.WHATSAPP && (end == null || !end.isAfter(now)) ? "window_closed" : null;
        }
    }

    Contact named(@Nullable String newName) {
        return new Contact(id, teamId, newName, phone, standing, progress, reach, version, createdAt, updatedAt);
    }

    /** After they have written from that number, which we answer to. */
    Contact reachedAt(String number) {
        Reach there = number.equals(phone) ? reach : reach.windowClosed();
        return new Contact(id, teamId, name, number, standing, progress, there, version, createdAt, updatedAt);
    }

    Contact with(Standing newStanding, Instant now) {
        return new Contact(id, teamId, name, phone, newStanding, progress, reach, version, createdAt, now);
    }

    Contact with(Progress newProgress) {
        return new Contact(id, teamId, name, phone, standing, newProgress, reach, version, createdAt, updatedAt);
    }

    Contact with(Reach newReach) {
        return new Contact(id, teamId, name, phone, standing, progress, newReach, version, createdAt, updatedAt);
    }

    Contact nextVersion() {
        return new Contact(id, teamId, name, phone, standing, progress, reach, version + 1, createdAt, updatedAt);
    }
}
