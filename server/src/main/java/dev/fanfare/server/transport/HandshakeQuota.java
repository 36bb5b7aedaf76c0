package dev.fanfare.server.transport;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts, for each remote address, the connections whose first request has not arrived. Safe for use by all loops. */
final class HandshakeQuota {
    private final int perAddress;
    private final Map<InetAddress, Integer> underWay = new ConcurrentHashMap<>();

    HandshakeQuota(int perAddress) {
        this.perAddress = perAddress;
    }

    /** Counts one more; not if the address has all it may have. Loopback may have any number. */
    boolean enter(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return true;
        }
        boolean[] entered = {false};
        underWay.compute(address, (_, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < perAddress;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    /** Ends what {@link #enter} has counted. */
    void leave(InetAddress address) {
        underWay.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
