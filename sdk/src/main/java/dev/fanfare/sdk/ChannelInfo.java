package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;

/**
 * What a channel holds at the moment. What was not asked for, or not told, is null.
 *
 * @param occupied whether anybody is subscribed
 * @param userCount distinct users of a presence channel
 * @param subscriptionCount subscribed connections
 */
public record ChannelInfo(
        @Nullable Boolean occupied,
        @Nullable Integer userCount,
        @Nullable Integer subscriptionCount) {
    /** What can be asked for. */
    public enum Attribute {
        USER_COUNT("user_count"),
        SUBSCRIPTION_COUNT("subscription_count");

        private final String wireName;

        Attribute(String wireName) {
            this.wireName = wireName;
        }

        /** As the HTTP API calls it. */
        public String wireName() {
            return wireName;
        }
    }
}
