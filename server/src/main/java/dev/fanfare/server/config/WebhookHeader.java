package dev.fanfare.server.config;

/** A header that an endpoint wants to see, such as a token. Prints without its value. */
public record WebhookHeader(String name, String value) {
    @Override
    public String toString() {
        return name + ": ***";
    }
}
