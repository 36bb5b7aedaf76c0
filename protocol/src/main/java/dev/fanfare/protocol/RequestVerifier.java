package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who sent a request to the HTTP API. Keeps keyed digests and a buffer, so it belongs to one thread. Source: Pusher
 * Channels documentation, "HTTP API", "Authentication"; what the SDKs send.
 *
 * <p>SDKs differ in what they sign, so each of these is accepted: the path as sent or percent-decoded, with the prefix that
 * a proxy put in front or without it; a plus sign in the query as itself or as a space.
 */
public final class RequestVerifier {
    private static final Verdict VALID = new Verdict.Valid();
    private static final int MAX_SIGNERS = 1_024;
    private static final int MAX_TIMESTAMP_DIGITS = 11;
    private static final int QUOTED_TEXT = 1_000;

    private final String pathPrefix;
    private final BodyMd5 md5 = new BodyMd5();
    private final Map<AppSecret, Signer> signers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AppSecret, Signer> eldest) {
            return size() > MAX_SIGNERS;
        }
    };
    private byte[] text = new byte[512];

    /** @param pathPrefix what may stand in front of {@code /apps}, without a slash at its end; may be empty */
    public RequestVerifier(String pathPrefix) {
        this.pathPrefix = pathPrefix;
    }

    /** What came of it. */
    public sealed interface Verdict {
        /** The app sent it, and not long ago. */
        record Valid() implements Verdict {}

        /**
         * Not to be answered but with this.
         *
         * @param status of HTTP
         * @param message for the developer at the other end; quotes what should have been signed, but no secret
         */
        record Refused(int status, String message) implements Verdict {}
    }

    /**
     * Checks key, version, age, signature and body, in this order.
     *
     * @param key of the app that the request is for
     * @param secrets of that app, each of them good
     * @param now in seconds since 1970
     */
    public Verdict verify(SignedRequest request, String key, List<AppSecret> secrets, long now) {
        RequestQuery query = request.query();
        String authKey = query.value("auth_key");
        if (!key.equals(authKey)) {
            return authKey == null ? missing("auth_key") : refused("Unknown auth_key: '" + Excerpt.of(authKey) + "'");
        }
        String version = query.value("auth_version");
        if (!"1.0".equals(version)) {
            return version == null
                    ? missing("auth_version")
                    : refused("Unsupported auth_version: '" + Excerpt.of(version) + "', expected 1.0");
        }
        Verdict age = age(query.value("auth_timestamp"), now);
        if (age != VALID) {
            return age;
        }
        String signature = query.value("auth_signature");
        if (signature == null) {
            return missing("auth_signature");
        }
        return isSigned(request, signature, secrets) ? body(request) : mismatch(request, signature);
    }

    private static Verdict age(@Nullable String timestamp, long now) {
        if (timestamp == null) {
            return missing("auth_timestamp");
        }
        long sent = seconds(timestamp);
        if (sent < 0) {
            return refused("Invalid auth_timestamp: '" + Excerpt.of(timestamp) + "', expected seconds since 1970");
        }
        long tolerance = ProtocolLimits.TIMESTAMP_TOLERANCE.toSeconds();
        if (Math.abs(now - sent) > tolerance) {
            return refused("Timestamp expired: Given timestamp (" + Instant.ofEpochSecond(sent) + ") not within "
                    + tolerance + "s of server time (" + Instant.ofEpochSecond(now) + ")");
        }
        return VALID;
    }

    /** Negative if the text is not a number that a date can be made of. */
    private static long seconds(String text) {
        if (text.isEmpty() || text.length() > MAX_TIMESTAMP_DIGITS) {
            return -1;
        }
        long seconds = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            seconds = seconds * 10 + digit;
        }
        return seconds;
    }

    private boolean isSigned(SignedRequest request, String signature, List<AppSecret> secrets) {
        for (byte[] path : paths(request.path())) {
            if (isSigned(write(request, path, false), signature, secrets)) {
                return true;
            }
            if (request.query().isAmbiguous() && isSigned(write(request, path, true), signature, secrets)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSigned(int length, String signature, List<AppSecret> secrets) {
        for (AppSecret secret : secrets) {
            if (signers.computeIfAbsent(secret, Signer::new).matches(signature, text, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private List<byte[]> paths(String path) {
        boolean prefixed =
                !pathPrefix.isEmpty() && path.startsWith(pathPrefix) && path.startsWith("/", pathPrefix.length());
        if (!prefixed && path.indexOf('%') < 0) {
            return List.of(path.getBytes(ISO_8859_1));
        }
        List<byte[]> paths = new ArrayList<>();
        addBoth(paths, path);
        if (prefixed) {
            addBoth(paths, path.substring(pathPrefix.length()));
        }
        return paths;
    }

    private static void addBoth(List<byte[]> paths, String path) {
        paths.add(path.getBytes(ISO_8859_1));
        if (path.indexOf('%') < 0) {
            return;
        }
        try {
            paths.add(PercentText.decode(path));
        } catch (ProtocolException e) {
            // Nothing that anybody can have meant, so only the raw path is left.
            return;
        }
    }

    /** Writes what should have been signed. @return its length */
    private int write(SignedRequest request, byte[] path, boolean plusIsSpace) {
        byte[] method = request.method().getBytes(ISO_8859_1);
        int size = method.length + path.length + 2 + request.query().length();
        if (text.length < size) {
            text = new byte[size];
        }
        System.arraycopy(method, 0, text, 0, method.length);
        text[method.length] = '\n';
        int end = method.length + 1;
        System.arraycopy(path, 0, text, end, path.length);
        end += path.length;
        text[end++] = '\n';
        return request.query().write(text, end, plusIsSpace);
    }

    private Verdict body(SignedRequest request) {
        String given = request.query().value("body_md5");
        if (given == null) {
            return request.to() > request.from() ? missing("body_md5") : VALID;
        }
        return md5.matches(given, request.body(), request.from(), request.to())
                ? VALID
                : refused("Invalid body_md5: '" + Excerpt.of(given) + "' is not the MD5 of the "
                        + (request.to() - request.from()) + " bytes received");
    }

    private Verdict mismatch(SignedRequest request, String signature) {
        int length = write(request, request.path().getBytes(ISO_8859_1), false);
        String quoted = new String(text, 0, Math.min(length, QUOTED_TEXT), ISO_8859_1).replace("\n", "\\n");
        return refused("Invalid signature: you should have sent HmacSHA256Hex(\"" + quoted
                + "\", your_secret_key), but you sent \"" + Excerpt.of(signature) + "\"");
    }

    private static Verdict missing(String parameter) {
        return refused("Missing parameter: " + parameter);
    }

    private static Verdict refused(String message) {
        return new Verdict.Refused(401, message);
    }
}
