package dev.fanfare.platform.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/** Bcrypt, which takes 72 bytes and no more: of what is longer it gets a digest. */
class LongPasswords extends AbstractValidatingPasswordEncoder {
    private static final int MOST_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt;

    LongPasswords(int cost) {
        bcrypt = new BCryptPasswordEncoder(cost);
    }

    private static String fitting(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                ? password
                : Base64.getEncoder().encodeToString(Tokens.sha256(password));
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        return String.valueOf(bcrypt.encode(fitting(password)));
    }

    @Override
    protected boolean matchesNonNull(String password, String encoded) {
        return bcrypt.matches(fitting(password), encoded);
    }
}
