package dev.fanfare.protocol;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The MD5 of request bodies, which ties them to the signed query. Belongs to one thread. */
final class BodyMd5 {
    private final MessageDigest digest;
    private final byte[] expected;
    private final byte[] given;

    BodyMd5() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks MD5, which every one has to have", e);
        }
        expected = new byte[digest.getDigestLength()];
        given = new byte[digest.getDigestLength()];
    }

    /** In lower-case hex. */
    String of(byte[] body) {
        return Hex.of(digest.digest(body));
    }

    boolean matches(String md5, byte[] body, int from, int to) {
        if (!Hex.read(md5, given)) {
            return false;
        }
        digest.update(body, from, to - from);
        try {
            digest.digest(expected, 0, expected.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An MD5 has " + expected.length + " bytes, and no more", e);
        }
        return MessageDigest.isEqual(expected, given);
    }
}
