package dev.fanfare.sdk.systems.catalogue;

import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns what somebody searches for into something that a channel's name may hold and that tells nobody what it was.
 *
 * @param pseudonyms make the keys
 * @param readable whether a search that a channel's name may hold stays as it is, if it has at most 40 characters
 */
public record SearchKeys(Pseudonyms pseudonyms, boolean readable) {
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_=@,.;-]{1,40}");

    /** The same for searches that differ in case, spaces or the form of their characters only. */
    public String key(String query) {
        String folded = Normalizer.normalize(query, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = SPACES.matcher(folded).replaceAll(" ").strip();
        return readable && LEGAL.matcher(plain).matches() ? plain : pseudonyms.of("search", plain);
    }
}
