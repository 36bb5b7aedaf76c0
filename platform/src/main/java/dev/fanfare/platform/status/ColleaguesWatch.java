package dev.fanfare.platform.status;

import dev.fanfare.platform.tenancy.Tenants;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Members of a tenant know how the others are. */
@Component
class ColleaguesWatch implements StatusWatchers {
    private final Tenants tenants;

    ColleaguesWatch(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Set<String> watchersOf(String userId) {
        return tenants.colleaguesOf(userId);
    }

    @Override
    public boolean isWatching(String watcherId, String userId) {
        return tenants.sharesTenant(watcherId, userId);
    }
}
