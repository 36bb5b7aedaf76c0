package dev.fanfare.server.webhook;

import dev.fanfare.server.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that were given up, the newest {@value #MAX} of them. Owned by the webhooks' thread. */
final class DeadLetters {
    static final int MAX = 10_000;
    private static final String TABLE = "dead";

    private final Store store;
    private final Map<String, Letter> letters = new LinkedHashMap<>();

    private record Letter(QueuedEvent event, String reason) {}

    DeadLetters(Store store) {
        this.store = store;
        store.read(TABLE).forEach((key, text) -> {
            int end = text.indexOf('\n');
            QueuedEvent event = QueuedEvent.read(key, text.substring(end + 1));
            if (event != null) {
                letters.put(key, new Letter(event, text.substring(0, Math.max(0, end))));
            }
        });
    }

    void add(QueuedEvent event, String reason) {
        String line = reason.replace('\n', ' ');
        letters.put(event.key(), new Letter(event, line));
        store.put(TABLE, event.key(), line + "\n" + event.text());
        if (letters.size() > MAX) {
            remove(letters.keySet().iterator().next());
        }
    }

    private void remove(String key) {
        letters.remove(key);
        store.remove(TABLE, key);
    }

    List<DeadLetter> of(String appId) {
        List<DeadLetter> list = new ArrayList<>();
        for (Letter letter : letters.values()) {
            QueuedEvent event = letter.event;
            if (event.appId().equals(appId)) {
                list.add(new DeadLetter(event.key(), appId, event.url(), event.millis(), letter.reason, event.json()));
            }
        }
        return list;
    }

    /** @param ids which ones; empty for all of the app */
    List<QueuedEvent> take(String appId, Set<String> ids) {
        List<QueuedEvent> taken = new ArrayList<>();
        for (Letter letter : List.copyOf(letters.values())) {
            QueuedEvent event = letter.event;
            if (event.appId().equals(appId) && (ids.isEmpty() || ids.contains(event.key()))) {
                taken.add(event);
                remove(event.key());
            }
        }
        return taken;
    }

    String lastKey() {
        return letters.keySet().stream().max(String::compareTo).orElse("");
    }
}
