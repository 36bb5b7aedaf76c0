package dev.fanfare.protocol;

/**
 * Input that breaks the protocol. The message is written for the developer at the other end and may be sent there.
 * Carries no stack trace: bad input is an everyday event and must stay cheap.
 */
public final class ProtocolException extends Exception {
    /** @param message what was received and what was expected */
    public ProtocolException(String message) {
        super(message, null, false, false);
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
