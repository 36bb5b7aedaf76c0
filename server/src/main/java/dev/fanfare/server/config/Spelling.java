package dev.fanfare.server.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody who mistyped a name probably meant. */
final class Spelling {
    private Spelling() {}

    /** ", did you mean …?" for a message about an unknown name; empty if nothing is near. */
    static String suggestion(@Nullable String nearest) {
        return nearest == null ? "" : ", did you mean `" + nearest + "`?";
    }

    /** The known name nearest to the wrong one, rather one that goes on where the wrong one ends; null if none is near. */
    static @Nullable String nearest(String wrong, Collection<String> known) {
        String sought = kebab(wrong);
        int best = 2 * (2 + sought.length() / 4);
        String nearest = null;
        for (String name : known) {
            int distance = 2 * distance(sought, kebab(name)) - (name.startsWith(wrong) ? 1 : 0);
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** {@code maxBody_size} as {@code max-body-size}. */
    private static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean startsWord = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            kebab.append(startsWord ? "-" : "").append(c == '_' ? '-' : Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
