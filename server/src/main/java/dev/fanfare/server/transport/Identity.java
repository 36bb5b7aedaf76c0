package dev.fanfare.server.transport;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server shows to its clients, and proves.
 *
 * @param chain its own certificate first
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final String CONVERT = "openssl pkcs8 -topk8 -nodes -in OLD -out NEW makes one of it";
    private static final byte[] PROBE = "fits".getBytes(StandardCharsets.US_ASCII);

    /** @throws TransportException if there is no certificate or no key, or they do not fit each other */
    static Identity of(PemFile certificates, PemFile keys) {
        Identity identity = new Identity(key(keys), chain(certificates));
        if (!identity.fits()) {
            throw keys.problem(
                    "does not fit the first certificate in " + certificates.path() + " ("
                            + identity.own().getSubjectX500Principal() + ")",
                    null);
        }
        return identity;
    }

    /** The server's own certificate. */
    X509Certificate own() {
        return chain.getFirst();
    }

    /** The names and addresses that the certificate is for; its subject if it has none. Source: RFC 5280 section 4.2.1.6. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = own().getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            names.clear();
        }
        return names.isEmpty() ? List.of(own().getSubjectX500Principal().getName()) : names;
    }

    private static List<X509Certificate> chain(PemFile file) {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemFile.Block block : file.blocks()) {
            if (block.label().equals(CERTIFICATE)) {
                try {
                    chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes())));
                } catch (CertificateException e) {
                    throw file.problem("holds a certificate that cannot be read: " + e.getMessage(), e);
                }
            }
        }
        if (chain.isEmpty()) {
            throw file.problem(
                    "holds no certificate but " + file.blocks().getFirst().label() + ", expected " + CERTIFICATE, null);
        }
        return List.copyOf(chain);
    }

    private static PrivateKey key(PemFile file) {
        for (PemFile.Block block : file.blocks()) {
            if (block.label().equals(KEY)) {
                return key(file, block.bytes());
            }
        }
        String label = file.blocks().getFirst().label();
        for (PemFile.Block block : file.blocks()) {
            if (block.label().endsWith(KEY)) {
                label = block.label();
            }
        }
        if (label.startsWith("ENCRYPTED")) {
            throw file.problem("is encrypted, expected a key without a passphrase: " + CONVERT, null);
        }
        throw file.problem(
                "holds " + label + ", expected " + KEY + " (PKCS #8)" + (label.endsWith(KEY) ? ": " + CONVERT : ""),
                null);
    }

    private static PrivateKey key(PemFile file, byte[] pkcs8) {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            PrivateKey key = keyOf(algorithm, pkcs8);
            if (key != null) {
                return key;
            }
        }
        throw file.problem("holds a key that is damaged or neither RSA, EC nor EdDSA", null);
    }

    /** Null if it is the key of another algorithm, or of none. */
    private static @Nullable PrivateKey keyOf(String algorithm, byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (InvalidKeySpecException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is missing, expected in every JDK", e);
        }
    }

    private boolean fits() {
        PublicKey shown = own().getPublicKey();
        try {
            Signature signature = switch (key.getAlgorithm()) {
                case "RSA" -> Signature.getInstance("SHA256withRSA");
                case "EC" -> Signature.getInstance("SHA256withECDSA");
                default -> Signature.getInstance("EdDSA");
            };
            signature.initSign(key);
            signature.update(PROBE);
            byte[] proof = signature.sign();
            signature.initVerify(shown);
            signature.update(PROBE);
            return signature.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
