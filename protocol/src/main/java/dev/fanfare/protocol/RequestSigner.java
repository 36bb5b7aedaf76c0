package dev.fanfare.protocol;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs requests to the HTTP API for one app. Belongs to one thread. The counterpart of {@link RequestVerifier}.
 */
public final class RequestSigner {
    private final String key;
    private final Signer signer;
    private final BodyMd5 md5 = new BodyMd5();

    /** @param key of the app whose secret it is */
    public RequestSigner(String key, AppSecret secret) {
        this.key = key;
        signer = new Signer(secret);
    }

    /**
     * Adds the signature to the parameters of a request.
     *
     * @param method in upper case
     * @param path not percent-encoded
     * @param parameters of the query, not percent-encoded
     * @param body raw; empty if there is none
     * @param timestamp seconds since 1970
     * @return the query, percent-encoded, without a question mark
     */
    public String sign(String method, String path, Map<String, String> parameters, byte[] body, long timestamp) {
        Map<String, String> signed = new TreeMap<>();
        parameters.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
        signed.put("auth_key", key);
        signed.put("auth_timestamp", Long.toString(timestamp));
        signed.put("auth_version", "1.0");
        if (body.length > 0) {
            signed.put("body_md5", md5.of(body));
        }
        StringBuilder text = new StringBuilder(method).append('\n').append(path).append('\n');
        StringBuilder query = new StringBuilder();
        signed.forEach((name, value) -> {
            text.append(query.isEmpty() ? "" : "&").append(name).append('=').append(value);
            query.append(query.isEmpty() ? "" : "&").append(PercentText.encode(name));
            query.append('=').append(PercentText.encode(value));
        });
        return query.append("&auth_signature=")
                .append(signer.sign(text.toString()))
                .toString();
    }
}
