package dev.fanfare.maven.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.maven.schema.Channels.Channel;
import dev.fanfare.sdk.registry.ChannelPattern;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "auction-{auctionId} → x: (auctionId: string) => channel('auction-', auctionId),",
                "auction-{class} → x: (_class: string) => channel('auction-', _class),",
                "auction-{channel} → x: (_channel: string) => channel('auction-', _channel),",
                "presence-{id} → x: (id: string) => channel('presence-', id, ['presence-cache-']),",
                "announcements → x: () => 'announcements' as const,"
            })
    void aBuilderTakesWhatThePatternLeavesOpen(String pattern, String line) {
        Channel channel = new Channel(ChannelPattern.parse(pattern), "x", null, List.of());

        assertThat(Builders.of(List.of(channel)).lines().map(String::strip)).contains(line);
    }
}
