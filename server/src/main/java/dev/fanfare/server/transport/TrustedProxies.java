package dev.fanfare.server.transport;

import dev.fanfare.server.config.AddressBlock;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proxies that are believed about whom they speak for. Everybody else is taken for who connects. */
record TrustedProxies(List<AddressBlock> blocks) {
    static final TrustedProxies NONE = new TrustedProxies(List.of());

    boolean contains(InetAddress address) {
        for (AddressBlock block : blocks) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The address for which trusted proxies have spoken: the last that is not itself one of them.
     *
     * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
     * @return null if there is none, or if a trusted proxy has written something else than an address
     */
    @Nullable
    InetAddress client(List<String> forwardedFor) {
        for (String line : forwardedFor.reversed()) {
            int end = line.length();
            while (end >= 0) {
                int comma = line.lastIndexOf(',', end - 1);
                InetAddress hop = AddressBlock.literal(
                        withoutPort(line.substring(comma + 1, end).strip()));
                if (hop == null || !contains(hop)) {
                    return hop;
                }
                end = comma;
            }
        }
        return null;
    }

    /** Some proxies add the port, with IPv6 addresses in brackets then. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int bracket = hop.indexOf(']');
            return bracket < 0 ? hop : hop.substring(1, bracket);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
