package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.InboundText.Consent;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words by which people say whether they want to hear from us: alone in a text, as carriers have it. */
final class Keywords {
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private Keywords() {}

    /** Null if the text is about something else. */
    static @Nullable Consent consent(String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            return Consent.STOP;
        }
        return START.contains(word) ? Consent.START : null;
    }
}
