package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cards that everybody in a session has.
 *
 * @param cards what is on them, in order
 */
record Deck(String name, List<String> cards) {
    static final List<Deck> KNOWN = List.of(
            new Deck("fibonacci", List.of("1", "2", "3", "5", "8", "13", "21", "?")),
            new Deck("t-shirt", List.of("XS", "S", "M", "L", "XL", "XXL", "?")),
            new Deck("powers", List.of("1", "2", "4", "8", "16", "32", "64", "?")));

    private static final String OWN = "custom";
    private static final int FEWEST = 2;
    private static final int MOST = 30;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * The deck that somebody wants.
     *
     * @param name of one that is known, null for the first of them
     * @param cards of one of their own instead; null for none
     * @throws Problem 400 if there is no such deck, or nobody could play with it
     */
    static Deck of(@Nullable String name, @Nullable List<StoryPoints> cards) {
        if (cards != null) {
            return own(cards);
        }
        return KNOWN.stream()
                .filter(deck -> name == null || deck.name.equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("invalid", "deck is none of fibonacci, t-shirt, powers"));
    }

    private static Deck own(List<StoryPoints> points) {
        List<String> cards = points.stream().map(Deck::spelled).toList();
        if (cards.size() < FEWEST || cards.size() > MOST) {
            throw Problem.malformed("invalid", cards.size() + " cards, expected " + FEWEST + " to " + MOST);
        }
        Set<String> different = new HashSet<>(cards);
        if (different.size() < cards.size()) {
            throw Problem.malformed("invalid", "cards has one twice");
        }
        if (cards.stream().anyMatch(card -> CONTROL.matcher(card).find())) {
            throw Problem.malformed("invalid", "cards has one with a control character");
        }
        return new Deck(OWN, cards);
    }

    /** Numbers as clients send them back: 1.0 is 1. */
    private static String spelled(StoryPoints points) {
        Object card = new StoryPoints(points.card().strip()).json();
        return StoryPoints.of(card).card();
    }

    boolean has(StoryPoints card) {
        return cards.contains(card.card());
    }

    /** Where a card stands in it, behind the last if it is none of it. */
    int place(StoryPoints card) {
        int place = cards.indexOf(card.card());
        return place < 0 ? cards.size() : place;
    }
}
