package dev.fanfare.platform.carrier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a text travels by. A telephone has the same number for each. */
public enum Medium {
    SMS("", 1_600),
    WHATSAPP("whatsapp:", 4_096);

    private final String prefix;
    private final int mostCharacters;

    Medium(String prefix, int mostCharacters) {
        this.prefix = prefix;
        this.mostCharacters = mostCharacters;
    }

    /** How clients call it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null if there is none of that name. */
    public static @Nullable Medium named(String word) {
        for (Medium medium : values()) {
            if (medium.word().equals(word)) {
                return medium;
            }
        }
        return null;
    }

    /** The most characters that a text may have. */
    public int mostCharacters() {
        return mostCharacters;
    }

    /** What the carrier calls a number. */
    String address(String number) {
        return prefix + number;
    }

    /** What an address of the carrier's belongs to. */
    static Medium of(String address) {
        return address.startsWith(WHATSAPP.prefix) ? WHATSAPP : SMS;
    }

    static String number(String address) {
        return address.substring(of(address).prefix.length()).strip();
    }
}
