package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a password may be, as NIST SP 800-63B has it: long, and not what somebody would guess first. Nobody has to use letters of
 * one kind or another.
 */
public final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** What a request may have for a password. A character may be two of Java's; what is too long is still to be told so. */
    static final int MOST_SENT = 1_000;

    /** The well-known ones that are long enough, without digits and signs at their end. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "abcdefghijkl",
            "abcdefghijklm",
            "abcdefghijklmnopqrstuvwxyz",
            "administrator",
            "changemechangeme",
            "changemeplease",
            "correcthorsebatterystaple",
            "correct horse battery staple",
            "fanfarefanfare",
            "iloveyouiloveyou",
            "letmeinletmein",
            "passwordpassword",
            "passwortpasswort",
            "qwertyqwerty",
            "qwertyuiopas",
            "qwertyuiopasdf",
            "qwertyuiopasdfghjkl",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjkl",
            "thisisapassword",
            "trustno1trustno1",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "q1w2e3r4t5y6",
            "zaq12wsxcde3");

    /** Those that are well known with whatever digits and signs behind them. */
    private static final Set<String> WELL_KNOWN_WORDS = Set.of(
            "abc",
            "admin",
            "administrator",
            "changeme",
            "fanfare",
            "hello",
            "iloveyou",
            "letmein",
            "login",
            "password",
            "passwort",
            "qwerty",
            "qwertz",
            "qwertyuiop",
            "secret",
            "test",
            "user",
            "welcome");

    private static final String UP = "0123456789".repeat(LONGEST / 10 + 2);
    private static final String DOWN = "9876543210".repeat(LONGEST / 10 + 2);

    private PasswordRules() {}

    /**
     * Says no to what is too weak for somebody.
     *
     * @throws Problem 400 {@code weak_password} with a sentence for them
     */
    public static void check(String password, String email, String name) {
        String flaw = flaw(password, email, name);
        if (flaw != null) {
            throw Problem.malformed("weak_password", flaw);
        }
    }

    /** What is wrong about a password, as a sentence; null if nothing is. */
    public static @Nullable String flaw(String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return "A password has " + SHORTEST + " to " + LONGEST + " characters, this one has " + length;
        }
        if (password.codePoints().distinct().count() == 1) {
            return "A password is more than one character again and again";
        }
        String plain = password.strip().toLowerCase(Locale.ROOT);
        String address = Accounts.normal(email);
        String local = address.substring(0, Math.max(0, address.indexOf('@')));
        if (List.of(address, local, name.strip().toLowerCase(Locale.ROOT)).contains(plain)) {
            return "A password is neither one's email nor one's name";
        }
        return isWellKnown(plain) ? "That password is one of those that are tried first" : null;
    }

    private static boolean isWellKnown(String plain) {
        return WELL_KNOWN.contains(plain)
                || WELL_KNOWN_WORDS.contains(plain.replaceFirst("[\\d\\p{Punct}]+$", ""))
                || UP.contains(plain)
                || DOWN.contains(plain);
    }
}
