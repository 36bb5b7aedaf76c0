package dev.fanfare.server.webhook;

import dev.fanfare.server.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The events that were given up in the last {@link #MAX_AGE}, the newest {@value #MAX} of them. Owned by the webhooks' thread. */
final class DeadLetters {
    static final int MAX = 10_000;
    static final Duration MAX_AGE = Duration.ofDays(7);
    static final long MAX_CHARACTERS = 64L * 1024 * 1024;

    private static final String TABLE = "dead";

    private final Store store;
    private final InstantSource clock;
    private final TreeMap<String, Letter> letters = new TreeMap<>();
    private long characters;

    record Letter(QueuedEvent event, String reason) {}

    DeadLetters(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        store.read(TABLE).forEach((key, text) -> {
            int end = text.indexOf('\n');
            QueuedEvent event = QueuedEvent.read(key, text.substring(end + 1));
            if (event != null) {
                letters.put(key, new Letter(event, text.substring(0, Math.max(0, end))));
                characters += event.json().length();
            }
        });
        removeOld();
    }

    void add(QueuedEvent event, String reason) {
        String line = reason.replace('\n', ' ');
        letters.put(event.key(), new Letter(event, line));
        characters += event.json().length();
        store.put(TABLE, event.key(), line + "\n" + event.text());
        while (letters.size() > MAX || characters > MAX_CHARACTERS) {
            remove(letters.firstEntry().getValue().event());
        }
        removeOld();
    }

    private void removeOld() {
        long oldest = clock.millis() - MAX_AGE.toMillis();
        while (!letters.isEmpty() && letters.firstEntry().getValue().event().millis() < oldest) {
            remove(letters.firstEntry().getValue().event());
        }
    }

    private void remove(QueuedEvent event) {
        letters.remove(event.key());
        characters -= event.json().length();
        store.remove(TABLE, event.key());
    }

    /**
     * The app's, the oldest first.
     *
     * @param after the id before the first one; empty for the oldest
     */
    List<DeadLetter> of(String appId, String after, int limit) {
        List<DeadLetter> list = new ArrayList<>();
        for (Letter letter : letters.tailMap(after, false).values()) {
            QueuedEvent event = letter.event;
            if (event.appId().equals(appId)) {
                list.add(new DeadLetter(event.key(), appId, event.url(), event.millis(), letter.reason, event.json()));
            }
            if (list.size() == limit) {
                break;
            }
        }
        return list;
    }

    /** @param ids which ones; empty for all of the app */
    List<Letter> take(String appId, Set<String> ids) {
        List<Letter> taken = new ArrayList<>();
        for (Letter letter : letters.values()) {
            QueuedEvent event = letter.event;
            if (event.appId().equals(appId) && (ids.isEmpty() || ids.contains(event.key()))) {
                taken.add(letter);
            }
        }
        taken.forEach(letter -> remove(letter.event));
        return taken;
    }

    String lastKey() {
        Map.Entry<String, Letter> last = letters.lastEntry();
        return last == null ? "" : last.getKey();
    }
}
