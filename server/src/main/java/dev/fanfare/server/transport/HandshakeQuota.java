package dev.fanfare.server.transport;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Counts, for each remote address, the connections whose first request has not arrived. Safe for use by all loops. */
final class HandshakeQuota {
    private final int perAddress;
    private final Predicate<InetAddress> exempt;
    private final Map<InetAddress, Integer> underWay = new ConcurrentHashMap<>();

    /** @param exempt addresses that may have any number */
    HandshakeQuota(int perAddress, Predicate<InetAddress> exempt) {
        this.perAddress = perAddress;
        this.exempt = exempt;
    }

    /** Counts one more; not if the address has all it may have. */
    boolean enter(InetAddress address) {
        return exempt.test(address) || count(address);
    }

    /** As {@link #enter}, for an address that a trusted proxy has named: none is exempt. */
    boolean enterBehindProxy(InetAddress address) {
        return count(address);
    }

    private boolean count(InetAddress address) {
        boolean[] entered = {false};
        underWay.compute(address, (_, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < perAddress;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    /** Ends what was counted for the address, if anything was. */
    void leave(InetAddress address) {
        underWay.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
