package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.systems.tenant.RoomChannels;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import java.time.Instant;
import java.util.List;

/**
 * A document as those see it whom it is for.
 *
 * @param members empty if it is for the whole tenant
 * @param channel of its room
 * @param recordChannel where changes of it are told
 */
record DocumentView(
        String id,
        String title,
        String text,
        Document.Access access,
        List<Person> members,
        Person owner,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Person updatedBy,
        String channel,
        String recordChannel) {
    private static final ChannelPattern ROOM = ChannelPattern.parse(RoomChannels.PATTERN);
    private static final ChannelPattern TENANT = ChannelPattern.parse(TenantChannels.PATTERN);

    /** Without what nobody reads in a list. */
    record Entry(
            String id,
            String title,
            Document.Access access,
            Person owner,
            long version,
            Instant createdAt,
            Instant updatedAt,
            Person updatedBy,
            String channel) {}

    static String channel(String documentId) {
        return ROOM.channel(documentId).value();
    }

    static String tenantChannel(String tenantId) {
        return TENANT.channel(tenantId).value();
    }
}
