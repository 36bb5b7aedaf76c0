package dev.fanfare.platform.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that has come.
 *
 * @param from somebody's number, or what else the carrier calls them
 * @param to one of our numbers
 * @param service of the carrier's that our number belongs to; null if the carrier names none
 * @param profileName what the sender calls themselves; null if they do not say
 * @param consent what the carrier has made of the text; null if it leaves that to us
 */
public record InboundText(
        String externalId,
        Medium medium,
        String from,
        String to,
        @Nullable String service,
        String body,
        List<Attachment> attachments,
        @Nullable String profileName,
        @Nullable Consent consent) {
    /** What has come along, and where the carrier keeps it. */
    public record Attachment(String url, String contentType) {}

    /** Whether somebody wants to hear from us. */
    public enum Consent {
        STOP,
        START
    }
}
