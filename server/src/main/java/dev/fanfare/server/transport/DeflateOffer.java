package dev.fanfare.server.transport;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Agrees to permessage-deflate (RFC 7692 section 7), always without context takeover on either side: no connection then owns a
 * compressor, and a compressed event is the same for all subscribers.
 */
final class DeflateOffer {
    private static final String NAME = "permessage-deflate";
    private static final String SERVER_BITS = "server_max_window_bits";
    /** What the JDK's zlib compresses with; it has no other. */
    private static final int WINDOW_BITS = 15;

    private static final int MIN_WINDOW_BITS = 8;

    private DeflateOffer() {}

    /**
     * The answer to the first offer that can be agreed to, null if there is none.
     *
     * @param extensions the values of {@code Sec-WebSocket-Extensions}, in their order
     */
    static @Nullable String accept(List<String> extensions) {
        for (String line : extensions) {
            for (String offer : line.split(",")) {
                String answer = answer(offer.split(";", -1));
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    private static @Nullable String answer(String[] offer) {
        if (!offer[0].strip().equals(NAME)) {
            return null;
        }
        Set<String> names = new HashSet<>();
        for (int i = 1; i < offer.length; i++) {
            int equals = offer[i].indexOf('=');
            String name = (equals < 0 ? offer[i] : offer[i].substring(0, equals)).strip();
            String value = equals < 0 ? null : offer[i].substring(equals + 1).strip();
            if (!names.add(name) || !isAgreeable(name, value)) {
                return null;
            }
        }
        return NAME + "; server_no_context_takeover; client_no_context_takeover"
                + (names.contains(SERVER_BITS) ? "; " + SERVER_BITS + "=" + WINDOW_BITS : "");
    }

    private static boolean isAgreeable(String name, @Nullable String value) {
        return switch (name) {
            case "server_no_context_takeover", "client_no_context_takeover" -> value == null;
            case SERVER_BITS -> value != null && bits(value) == WINDOW_BITS;
            case "client_max_window_bits" -> value == null || bits(value) >= MIN_WINDOW_BITS;
            default -> false;
        };
    }

    /** Zero if it is no number of bits. */
    private static int bits(String value) {
        String digits = value.length() > 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
        if (!digits.matches("[1-9][0-9]?")) {
            return 0;
        }
        int bits = Integer.parseInt(digits);
        return bits <= WINDOW_BITS ? bits : 0;
    }
}
