package dev.fanfare.platform.carrier;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who carries texts to telephones and back. Safe to use from several threads; each call may take as long as {@link #LONGEST_SECONDS}. */
public interface Carrier {
    /** After so long a call has ended one way or the other. */
    int LONGEST_SECONDS = 25;

    /** Hands a text over, once: nothing here tries again. */
    SendOutcome send(OutboundText text);

    /**
     * How far a text has come.
     *
     * @return null if the carrier has none of that id
     * @throws IOException if it cannot be asked
     */
    @Nullable
    CarriedText find(String externalId) throws IOException;

    /**
     * The latest texts from one number to another, the newest first.
     *
     * @throws IOException if the carrier cannot be asked
     */
    List<CarriedText> sent(Medium medium, String from, String to, Instant since) throws IOException;

    /**
     * Gets what came along with a text.
     *
     * @param url as the carrier has told it; nothing but the carrier's is asked
     * @throws IOException if it cannot be had just now
     */
    Download download(String url, long mostBytes) throws IOException;

    /** What has become of it. */
    sealed interface Download {
        /** It is here. */
        record Content(String contentType, byte[] bytes) implements Download {}

        /** It will not be had. */
        record Impossible(String reason) implements Download {}
    }
}
