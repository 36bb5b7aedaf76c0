package dev.fanfare.platform.realtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each channel of a stream has come, as the id of its last event: {@code auction-1:17 auction-2:4}. */
final class SsePositions {
    private static final int LONGEST = 16_384;

    private SsePositions() {}

    static String text(Map<String, Long> positions) {
        return positions.entrySet().stream()
                .map(position -> position.getKey() + ":" + position.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What cannot be read is left out: the client then gets what comes from now on. */
    static Map<String, Long> parse(@Nullable String id) {
        Map<String, Long> positions = new LinkedHashMap<>();
        if (id == null || id.length() > LONGEST) {
            return positions;
        }
        for (String position : id.split(" ")) {
            int colon = position.lastIndexOf(':');
            if (colon > 0 && position.substring(colon + 1).matches("\\d{1,18}")) {
                positions.put(position.substring(0, colon), Long.parseLong(position.substring(colon + 1)));
            }
        }
        return positions;
    }
}
