package dev.fanfare.platform.inbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How texts are handled: {@code platform.inbox.*}.
 *
 * @param teams those to be there when the platform starts
 * @param region the country of numbers that are written without one, such as {@code US}; null if they make no sense
 * @param retryAfter how long after the first try that reached nobody the next one is made; each later one waits twice as long
 * @param tries how often a text is tried that reaches nobody
 * @param askAfter how long after a try of which nobody knows what became of it the carrier is asked
 * @param watchAfter how long after the last word of a text on its way the carrier is asked
 * @param messagesPerMinute how often one agent may send
 * @param mediaSize the most that is kept of what comes along with a text
 */
@ConfigurationProperties("platform.inbox")
record InboxSettings(
        @DefaultValue List<TeamSetting> teams,
        @Nullable String region,
        @DefaultValue("PT2S") Duration retryAfter,
        @DefaultValue("8") int tries,
        @DefaultValue("PT10S") Duration askAfter,
        @DefaultValue("PT1H") Duration watchAfter,
        @DefaultValue("60") int messagesPerMinute,
        @DefaultValue("5MB") DataSize mediaSize) {
    /** @throws IllegalArgumentException naming the setting that is out of range */
    InboxSettings {
        checkPositive("retry-after", retryAfter.toMillis());
        checkPositive("tries", tries);
        checkPositive("ask-after", askAfter.toMillis());
        checkPositive("watch-after", watchAfter.toMillis());
        checkPositive("messages-per-minute", messagesPerMinute);
        checkPositive("media-size", mediaSize.toBytes());
    }

    private static void checkPositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("platform.inbox." + name + " is " + value + ", expected more than 0");
        }
    }

    /**
     * A team.
     *
     * @param members ids of accounts
     * @param lines its numbers, such as {@code +12025550100}, and services of the carrier's; what it sends comes from the first number
     */
    record TeamSetting(
            String id,
            String name,
            String tenant,
            @DefaultValue List<String> members,
            @DefaultValue List<String> lines) {}
}
