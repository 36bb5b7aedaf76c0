package dev.fanfare.sdk.systems.poker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A card: a number on the wire if it is one, else a text, such as {@code "?"}.
 *
 * @param card what is on it
 */
public record StoryPoints(String card) {
    /** Who shows this does not know. */
    public static final StoryPoints UNKNOWN = new StoryPoints("?");

    private static final int LONGEST = 16;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}|(?:0|[1-9]\\d{0,8})\\.\\d{1,4}");

    /** @throws IllegalArgumentException if there is nothing on the card, or more than 16 characters */
    public StoryPoints {
        if (card.isBlank() || card.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Card `" + card + "` has " + card.length() + " characters, expected 1 to " + LONGEST);
        }
    }

    /** @throws IllegalArgumentException as the constructor */
    @JsonCreator
    public static StoryPoints of(Object value) {
        return new StoryPoints(
                value instanceof Number number
                        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                        : value.toString());
    }

    /** A number or a text. */
    @JsonValue
    public Object json() {
        return NUMBER.matcher(card).matches() ? new BigDecimal(card) : card;
    }
}
