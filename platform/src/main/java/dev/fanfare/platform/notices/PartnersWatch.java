package dev.fanfare.platform.notices;

import dev.fanfare.platform.conversations.Conversations;
import dev.fanfare.platform.status.StatusWatchers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever writes to somebody sees whether they are here, even when they have no tenant in common any more. */
@Component
record PartnersWatch(Conversations conversations) implements StatusWatchers {
    @Override
    public Set<String> watchersOf(String userId) {
        return conversations.partnersOf(userId);
    }
}
