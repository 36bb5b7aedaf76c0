package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.registry.ChannelDeclaration;
import dev.fanfare.sdk.registry.EventDeclaration;
import dev.fanfare.sdk.registry.Registry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The types of clients say what the running platform does. */
@OnEachDatabase
class PlatformChannelsTest {
    private final RunningPlatform platform;

    PlatformChannelsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void theChannelsForTypesAreThoseOfTheRunningPlatform() {
        assertThat(eventsOf(PlatformChannels.registry())).isEqualTo(eventsOf(platform.bean(Registry.class)));
    }

    private static Map<String, Set<EventDeclaration>> eventsOf(Registry<?> registry) {
        return registry.channels().stream()
                .collect(Collectors.toMap(channel -> channel.pattern().toString(), PlatformChannelsTest::eventsOf));
    }

    private static Set<EventDeclaration> eventsOf(ChannelDeclaration<?> channel) {
        return Set.copyOf(channel.events());
    }
}
