package dev.fanfare.server.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that begin with the same bits.
 *
 * @param prefix how many bits, up to 32 of an IPv4 address and 128 of an IPv6 address
 */
public record AddressBlock(InetAddress address, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int MAPPED_PREFIX = 12;
    private static final int IPV6_LENGTH = 16;

    /** @throws IllegalArgumentException if there are not so many bits */
    public AddressBlock {
        if (prefix < 0 || prefix > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "Prefix is " + prefix + ", expected 0 to " + address.getAddress().length * Byte.SIZE);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, or an address alone.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("Not an address: " + text);
        }
        int all = address.getAddress().length * Byte.SIZE;
        return new AddressBlock(address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    /** The address that is written there, null if none is. Never asks anybody for a name. */
    public static @Nullable InetAddress literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] bytes = unmapped(other.getAddress());
        if (bytes.length != own.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        return Arrays.equals(own, 0, whole, bytes, 0, whole)
                && (rest == 0 || (own[whole] ^ bytes[whole]) >> (Byte.SIZE - rest) == 0);
    }

    /** An IPv4 address that a socket for both kinds has written as one of IPv6. */
    private static byte[] unmapped(byte[] bytes) {
        boolean mapped = bytes.length == IPV6_LENGTH && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, IPV6_LENGTH) : bytes;
    }

    /** As it is written in the configuration. */
    @Override
    public String toString() {
        String text = address.getHostAddress();
        return prefix == address.getAddress().length * Byte.SIZE ? text : text + "/" + prefix;
    }
}
