package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.web.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds who is mentioned: {@code @} and a whole name, in letters of either case. Of two that are called the same both are. */
final class MentionText {
    private static final int LONGEST_EXCERPT = 140;

    /** Seven digits or more, however they are set apart. */
    private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d(?:[\\s()./-]{0,3}\\d){6,}");

    private MentionText() {}

    /** Those of some people who are mentioned. */
    static Set<Person> mentioned(String text, Collection<Person> people) {
        Set<Person> mentioned = new LinkedHashSet<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at))) {
                mentioned.addAll(named(text, at + 1, people));
            }
        }
        return mentioned;
    }

    /** Those with the longest name that stands there: who mentions Ada Seller does not mean Ada. */
    private static List<Person> named(String text, int from, Collection<Person> people) {
        List<Person> named = new ArrayList<>();
        int longest = 1;
        for (Person person : people) {
            int length = person.name().length();
            if (length >= longest && isName(text, from, person.name())) {
                if (length > longest) {
                    named.clear();
                }
                longest = length;
                named.add(person);
            }
        }
        return named;
    }

    private static boolean isName(String text, int from, String name) {
        int end = from + name.length();
        return text.regionMatches(true, from, name, 0, name.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }

    /** How a note begins, on one line and without what may be a telephone number. */
    static String excerpt(String text) {
        String line = NUMBER.matcher(PlainText.line(text)).replaceAll("…");
        String cut = PlainText.cut(line, LONGEST_EXCERPT);
        return cut.length() == line.length() ? line : cut.stripTrailing() + "…";
    }
}
