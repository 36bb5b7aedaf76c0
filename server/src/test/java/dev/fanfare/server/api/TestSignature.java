package dev.fanfare.server.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the SDKs do, with nothing of the server's code. */
final class TestSignature {
    private TestSignature() {}

    static String md5(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** @param query unescaped; sorted here by name, as the SDKs do */
    static String sign(String secret, String method, String path, String query) {
        String sorted = Arrays.stream(query.split("&"))
                .sorted(Comparator.comparing(parameter -> parameter.substring(0, parameter.indexOf('='))))
                .collect(Collectors.joining("&"));
        return hmac(secret, method + "\n" + path + "\n" + sorted);
    }

    static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
