package dev.fanfare.platform.admin;

import dev.fanfare.platform.realtime.Hearing;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.RealtimeService;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is followed at the moment, by how many, and which rule lets them. */
@RestController
class ChannelController {
    private static final String PRESENCE = "presence-";

    private final RealtimeService realtime;
    private final Hearing hearing;

    ChannelController(RealtimeService realtime, Hearing hearing) {
        this.realtime = realtime;
        this.hearing = hearing;
    }

    record Channels(List<Channel> channels) {}

    /** @param rule null for one that nobody has declared */
    record Channel(
            String name,
            @Nullable Integer subscriptionCount,
            @Nullable Integer userCount,
            @Nullable String rule) {}

    @GetMapping("/api/admin/channels")
    Channels channels(@RequestParam(defaultValue = "") String prefix, @RequestParam(defaultValue = "100") int limit) {
        int most = Limits.checked(limit);
        Map<String, ChannelInfo> found = new TreeMap<>(occupied(prefix));
        if (PRESENCE.startsWith(prefix)) {
            found.putAll(occupied(PRESENCE));
        }
        return new Channels(found.entrySet().stream()
                .limit(most)
                .map(entry -> channel(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Users can be counted only where all channels have some. */
    private Map<String, ChannelInfo> occupied(String prefix) {
        Set<Attribute> asked = EnumSet.of(Attribute.SUBSCRIPTION_COUNT);
        if (prefix.startsWith(PRESENCE)) {
            asked.add(Attribute.USER_COUNT);
        }
        return ServerAnswers.get(realtime.channels(prefix, asked));
    }

    private Channel channel(String name, ChannelInfo info) {
        return new Channel(name, info.subscriptionCount(), info.userCount(), hearing.rule(name));
    }
}
