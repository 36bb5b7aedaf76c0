package dev.fanfare.sdk.encryption;

import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** NaCl's {@code crypto_secretbox_xsalsa20poly1305}. Source: cr.yp.to, "Cryptography in NaCl". */
final class SecretBox {
    private static final int MAC_SIZE = 16;
    private static final int MAC_KEY_SIZE = 32;

    private SecretBox() {}

    /** @return the authenticator, and behind it the message, encrypted */
    static byte[] seal(byte[] key, byte[] nonce, byte[] message) {
        XSalsa20Engine cipher = new XSalsa20Engine();
        cipher.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        byte[] macKey = new byte[MAC_KEY_SIZE];
        cipher.processBytes(macKey, 0, macKey.length, macKey, 0);
        byte[] box = new byte[MAC_SIZE + message.length];
        cipher.processBytes(message, 0, message.length, box, MAC_SIZE);
        Poly1305 mac = new Poly1305();
        mac.init(new KeyParameter(macKey));
        mac.update(box, MAC_SIZE, message.length);
        mac.doFinal(box, 0);
        return box;
    }
}
