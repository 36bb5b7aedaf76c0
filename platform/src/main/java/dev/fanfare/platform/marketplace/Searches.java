package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.realtime.ChannelSecrets;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.systems.catalogue.SearchKeys;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keys of searches, which name the channels of those who search the same: a tenant, and what nobody but the platform can make of the
 * words. So members of different tenants never meet, and nobody learns the words.
 */
@Component
class Searches {
    private static final Pattern FORM = Pattern.compile("(.+)\\.[A-Za-z0-9_-]{22}");

    private final SearchKeys keys;
    private final Tenants tenants;

    Searches(ChannelSecrets secrets, Tenants tenants) {
        keys = new SearchKeys(secrets.pseudonyms("searches"), false);
        this.tenants = tenants;
    }

    /** Null for who searches for nothing, or has no tenant. Whoever has several searches in the first. */
    @Nullable
    String key(String query, String userId) {
        List<String> theirs = tenants.of(userId);
        return query.isBlank() || theirs.isEmpty() ? null : theirs.getFirst() + "." + keys.key(query);
    }

    Decision decide(String userId, String key) {
        Matcher parts = FORM.matcher(key);
        return parts.matches() && tenants.isMember(parts.group(1), userId)
                ? Decision.allow("member of the search's tenant")
                : Decision.deny("search of another tenant, or no such key");
    }
}
