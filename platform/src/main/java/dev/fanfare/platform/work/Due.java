package dev.fanfare.platform.work;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things of one kind that go on by themselves when it is time. Asked on a thread of its own. */
public interface Due {
    /** What they are called where something goes wrong, such as {@code auctions}. */
    String name();

    /** Ids of those to which something was to happen by then, the most urgent first; not necessarily all. */
    List<String> due(Instant now);

    /** When something happens next; null if nothing does. */
    @Nullable
    Instant nextDue();

    /** Does what was due of one. Another instance may have done it. */
    void goOn(String id);
}
