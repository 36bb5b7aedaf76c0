package dev.fanfare.server.config;

import java.util.Locale;
import java.util.Set;

/** A header of a webhook's requests, as {@code Name: value}. Its value may be a secret, so no message shows it. */
record HeaderLine() implements ValueType<WebhookHeader> {
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "transfer-encoding",
            "upgrade",
            "x-pusher-key",
            "x-pusher-signature");
    private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

    @Override
    public WebhookHeader read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no colon");
        }
        return new WebhookHeader(
                text.substring(0, colon).trim(), text.substring(colon + 1).trim());
    }

    @Override
    public String show(WebhookHeader value) {
        return value.toString();
    }

    @Override
    public String expected() {
        return "a header such as `X-Token: abc`, none of "
                + OURS.stream().sorted().toList();
    }

    @Override
    public boolean accepts(WebhookHeader header) {
        return !header.name().isEmpty()
                && header.name().chars().allMatch(HeaderLine::isOfName)
                && header.value().chars().allMatch(c -> c >= ' ' && c < 0x7f)
                && !OURS.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isOfName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PUNCTUATION.indexOf(c) >= 0;
    }

    @Override
    public String quote(String text) {
        return "`***`";
    }
}
