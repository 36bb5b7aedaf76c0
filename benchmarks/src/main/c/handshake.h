/* The answer to a WebSocket handshake: base64(SHA-1(nonce + GUID)), RFC 6455 section 4.2.2. */
#include <stdint.h>
#include <string.h>

static uint32_t rotate_left(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

static void sha1_block(uint32_t hash[5], const uint8_t block[64]) {
    uint32_t w[80];
    for (int i = 0; i < 16; i++) {
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 |
               block[4 * i + 3];
    }
    for (int i = 16; i < 80; i++) {
        w[i] = rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4];
    for (int i = 0; i < 80; i++) {
        uint32_t mix, key;
        if (i < 20) {
            mix = (b & c) | (~b & d), key = 0x5a827999;
        } else if (i < 40) {
            mix = b ^ c ^ d, key = 0x6ed9eba1;
        } else if (i < 60) {
            mix = (b & c) | (b & d) | (c & d), key = 0x8f1bbcdc;
        } else {
            mix = b ^ c ^ d, key = 0xca62c1d6;
        }
        uint32_t next = rotate_left(a, 5) + mix + e + key + w[i];
        e = d, d = c, c = rotate_left(b, 30), b = a, a = next;
    }
    hash[0] += a, hash[1] += b, hash[2] += c, hash[3] += d, hash[4] += e;
}

/* nonce: the 24 characters of Sec-WebSocket-Key. out: 28 characters and a zero. */
static void handshake_answer(const char *nonce, char out[29]) {
    uint32_t hash[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    uint8_t text[128] = {0};
    memcpy(text, nonce, 24);
    memcpy(text + 24, "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", 36);
    text[60] = 0x80; /* padding, then the length: 480 bits */
    text[126] = 480 >> 8, text[127] = 480 & 255;
    sha1_block(hash, text);
    sha1_block(hash, text + 64);
    uint8_t bytes[21] = {0};
    for (int i = 0; i < 20; i++) {
        bytes[i] = (uint8_t)(hash[i / 4] >> (24 - 8 * (i % 4)));
    }
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < 7; i++) {
        uint32_t three = (uint32_t)bytes[3 * i] << 16 | (uint32_t)bytes[3 * i + 1] << 8 | bytes[3 * i + 2];
        for (int k = 0; k < 4; k++) {
            out[4 * i + k] = digits[three >> (18 - 6 * k) & 63];
        }
    }
    out[27] = '=', out[28] = 0;
}
