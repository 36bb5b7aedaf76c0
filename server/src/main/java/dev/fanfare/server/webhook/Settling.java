package dev.fanfare.server.webhook;

import dev.fanfare.server.store.Store;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is known to be there, a channel or a member of one: arrivals are told at once, departures when they have lasted. Who is
 * back before that has never been away. Remembers over a restart whom it has told of, and gives them time to come back.
 * Owned by the webhooks' thread. Source: protocol section 7.2.
 */
final class Settling {
    /** How long somebody has to be gone. */
    static final Duration DELAY = Duration.ofSeconds(2);
    /** How long those who were there before a restart have to come back. */
    static final Duration RESTART_DELAY = Duration.ofSeconds(15);

    private static final String TABLE = "announced";

    private final Store store;
    private final LongSupplier ticker;
    private final BiConsumer<Occupant, Boolean> told;
    private final Set<Occupant> announced = new HashSet<>();
    /** When each departure has lasted, in the order of the departures. */
    private final Map<Occupant, Long> leaving = new LinkedHashMap<>();
    /** Who was there before the restart, and has not come back yet. */
    private final Map<Occupant, Long> missing = new LinkedHashMap<>();

    private boolean frozen;

    /**
     * A channel, or a user in it.
     *
     * @param userId null for the channel itself
     */
    record Occupant(String appId, String channel, @Nullable String userId) {
        private static final int FIELDS = 3;

        String text() {
            return appId + "\n" + channel + (userId == null ? "" : "\n" + userId);
        }

        static Occupant read(String text) {
            String[] fields = text.split("\n", FIELDS);
            return new Occupant(fields[0], fields[1], fields.length < FIELDS ? null : fields[2]);
        }
    }

    /**
     * @param ticker nanoseconds
     * @param told is given who has come (true) or gone (false)
     */
    Settling(Store store, LongSupplier ticker, BiConsumer<Occupant, Boolean> told) {
        this.store = store;
        this.ticker = ticker;
        this.told = told;
        long due = ticker.getAsLong() + RESTART_DELAY.toNanos();
        // Backwards: a channel's members stand behind it, and leave before it is vacant.
        for (String text : List.copyOf(store.read(TABLE).keySet()).reversed()) {
            Occupant occupant = Occupant.read(text);
            announced.add(occupant);
            missing.put(occupant, due);
        }
    }

    void arrived(Occupant occupant) {
        if (leaving.remove(occupant) == null && missing.remove(occupant) == null && announced.add(occupant)) {
            store.put(TABLE, occupant.text(), "");
            told.accept(occupant, true);
        }
    }

    void left(Occupant occupant) {
        if (announced.contains(occupant)) {
            leaving.put(occupant, ticker.getAsLong() + DELAY.toNanos());
        }
    }

    /** From now on nobody leaves: the server itself is going, and its clients come back elsewhere or when it is here again. */
    void freeze() {
        frozen = true;
    }

    /** Tells of the departures that have lasted. Called a few times a second. */
    void tick() {
        if (!frozen) {
            tell(missing);
            tell(leaving);
        }
    }

    private void tell(Map<Occupant, Long> departures) {
        Iterator<Map.Entry<Occupant, Long>> all = departures.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Occupant, Long> departure = all.next();
            if (departure.getValue() - ticker.getAsLong() > 0) {
                return;
            }
            all.remove();
            announced.remove(departure.getKey());
            store.remove(TABLE, departure.getKey().text());
            told.accept(departure.getKey(), false);
        }
    }
}
