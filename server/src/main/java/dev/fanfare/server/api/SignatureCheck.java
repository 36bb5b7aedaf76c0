package dev.fanfare.server.api;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether a request was signed with one of its app's secrets. Remembers no request: two equal ones in a second are
 * legal. Belongs to one loop. Source: Pusher Channels documentation, "HTTP API reference", section "Authentication".
 */
final class SignatureCheck {
    private static final long MAX_SKEW_SECONDS = 600;
    /** Characters of the signed text that a refusal repeats. */
    private static final int MAX_TEXT = 1_000;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final InstantSource clock;
    private final MessageDigest md5;
    private final Map<AppSecret, Signer> signers = new HashMap<>();

    /**
     * What was signed.
     *
     * @param path as it was received
     * @param local the path without the server's prefix; some SDKs sign this one
     */
    record Signed(String method, String path, String local, Query query, byte[] body, int length) {}

    SignatureCheck(InstantSource clock) {
        this.clock = clock;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks MD5, which every one has to have", e);
        }
    }

    /** @throws Problem with 401 if the request was not signed for the app, or too long ago */
    void check(App app, Signed request) throws Problem {
        Query query = request.query();
        if (!query.required("auth_key").equals(app.key())) {
            throw Problem.unauthorized("auth_key does not belong to app " + app.id());
        }
        if (!query.required("auth_version").equals("1.0")) {
            throw Problem.unauthorized("Unknown auth_version, expected 1.0");
        }
        checkTimestamp(query.required("auth_timestamp"));
        checkBody(query, request.body(), request.length());
        checkSignature(app, request, query.required("auth_signature"));
    }

    private void checkTimestamp(String text) throws Problem {
        long seconds;
        try {
            seconds = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.unauthorized("auth_timestamp is " + Excerpt.of(text) + ", expected seconds since 1970");
        }
        long now = Math.floorDiv(clock.millis(), 1000L);
        if (seconds < now - MAX_SKEW_SECONDS || seconds > now + MAX_SKEW_SECONDS) {
            throw Problem.unauthorized("Timestamp expired: Given timestamp (" + seconds + ") not within "
                    + MAX_SKEW_SECONDS + "s of server time (" + Instant.ofEpochSecond(now) + ")");
        }
    }

    /** The signature covers the digest of the body, so the digest has to be the body's. */
    private void checkBody(Query query, byte[] body, int length) throws Problem {
        String given = query.value("body_md5");
        if (given == null && length == 0) {
            return;
        }
        if (given == null) {
            throw Problem.unauthorized("body_md5 is missing, and there is a body");
        }
        md5.update(body, 0, length);
        byte[] digest = md5.digest();
        if (!isHex(digest, given)) {
            throw Problem.unauthorized("Invalid body_md5: the body has " + HexFormat.of().formatHex(digest)
                    + ", but you sent " + Excerpt.of(given));
        }
    }

    private static boolean isHex(byte[] digest, String text) {
        if (text.length() != 2 * digest.length) {
            return false;
        }
        for (int i = 0; i < digest.length; i++) {
            if (text.charAt(2 * i) != HEX[digest[i] >> 4 & 0xf] || text.charAt(2 * i + 1) != HEX[digest[i] & 0xf]) {
                return false;
            }
        }
        return true;
    }

    private void checkSignature(App app, Signed request, String signature) throws Problem {
        String head = request.method() + "\n";
        String query = request.query().signed();
        String likely = head + request.path() + "\n" + query;
        if (matches(app, signature, likely)) {
            return;
        }
        String formQuery = request.query().signedForm();
        for (String path : paths(request)) {
            if (matches(app, signature, head + path + "\n" + query)
                    || matches(app, signature, head + path + "\n" + formQuery)) {
                return;
            }
        }
        throw Problem.unauthorized("Invalid signature: you should have sent HmacSHA256Hex(\""
                + Excerpt.of(likely.replace("\n", "\\n"), MAX_TEXT) + "\", your_secret_key), but you sent \""
                + Excerpt.of(signature) + "\"");
    }

    /** SDKs sign the path as they send it or unescaped; those that know of a prefix, with or without it. */
    private static Set<String> paths(Signed request) throws Problem {
        Set<String> paths = new LinkedHashSet<>();
        for (String path : new String[] {request.path(), request.local()}) {
            paths.add(path);
            paths.add(PercentText.decode(path));
        }
        return paths;
    }

    private boolean matches(App app, String signature, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean match = false;
        for (AppSecret secret : app.secrets()) {
            match |= signers.computeIfAbsent(secret, Signer::new).matches(signature, bytes, 0, bytes.length);
        }
        return match;
    }
}
