package dev.fanfare.server.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many requests one loop has answered. Counted by the loop, read by any thread, perhaps a moment late. */
public final class RequestCounts {
    private static final int[] STATUSES = {200, 400, 401, 403, 404, 405, 413, 414, 431, 500, 503};

    /** For each route a count of each status, and behind them one of all others. */
    private final Map<RouteName, AtomicLongArray> counts = new EnumMap<>(RouteName.class);

    /** Told of each count that is not 0. */
    public interface Visitor {
        /** @param status 0 for any that has no count of its own */
        void visit(RouteName route, int status, long count);
    }

    public RequestCounts() {
        for (RouteName route : RouteName.values()) {
            counts.put(route, new AtomicLongArray(STATUSES.length + 1));
        }
    }

    /** Called by the loop only. */
    void add(RouteName route, int status) {
        AtomicLongArray ofRoute = counts.get(route);
        if (ofRoute != null) {
            int index = index(status);
            ofRoute.setOpaque(index, ofRoute.getPlain(index) + 1);
        }
    }

    private static int index(int status) {
        int index = 0;
        while (index < STATUSES.length && STATUSES[index] != status) {
            index++;
        }
        return index;
    }

    public void forEach(Visitor visitor) {
        counts.forEach((route, ofRoute) -> {
            for (int i = 0; i <= STATUSES.length; i++) {
                long count = ofRoute.getOpaque(i);
                if (count > 0) {
                    visitor.visit(route, i < STATUSES.length ? STATUSES[i] : 0, count);
                }
            }
        });
    }
}
