package dev.fanfare.platform.carrier;

/** What has become of an attempt to send a text. Only after {@link Unreached} is it safe to try again: nobody has the text. */
public sealed interface SendOutcome {
    /** The carrier has it. */
    record Accepted(String externalId, TextStatus status) implements SendOutcome {}

    /**
     * The carrier does not want it.
     *
     * @param code the carrier's own
     */
    record Refused(String code, String reason) implements SendOutcome {}

    /** The carrier certainly does not have it, and may take it later. */
    record Unreached(String reason) implements SendOutcome {}

    /** The carrier may have it or not. */
    record Unknown(String reason) implements SendOutcome {}
}
