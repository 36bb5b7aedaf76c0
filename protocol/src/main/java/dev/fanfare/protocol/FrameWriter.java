package dev.fanfare.protocol;

import static dev.fanfare.protocol.FrameBytes.ascii;
import static dev.fanfare.protocol.FrameBytes.concat;
import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encodes what the server sends. Every method returns the UTF-8 text of one frame, which may be shared and must not be
 * written to. The data is JSON within a JSON string, but for errors, pongs and client events. Source: Pusher Channels
 * protocol, "Events"; what the SDKs read.
 */
public final class FrameWriter {
    private static final byte[] PONG = ascii("{\"event\":\"pusher:pong\",\"data\":{}}");
    private static final byte[] ERROR = ascii("{\"event\":\"pusher:error\",\"data\":{\"code\":");
    private static final byte[] MESSAGE = ascii(",\"message\":\"");
    private static final byte[] SUBSCRIPTION_ERROR = ascii("{\"event\":\"pusher:subscription_error\",\"channel\":\"");
    private static final byte[] SUCCEEDED =
            ascii("{\"event\":\"pusher_internal:subscription_succeeded\",\"channel\":\"");
    private static final byte[] PRESENCE_COUNT = ascii("\",\"data\":\"{\\\"presence\\\":{\\\"count\\\":");
    private static final byte[] IDS = ascii(",\\\"ids\\\":[");
    private static final byte[] HASH = ascii("],\\\"hash\\\":{");
    private static final byte[] PRESENCE_END = ascii("}}}\"}");
    private static final byte[] MEMBER_ADDED = ascii("{\"event\":\"pusher_internal:member_added\",\"channel\":\"");
    private static final byte[] MEMBER_REMOVED = ascii("{\"event\":\"pusher_internal:member_removed\",\"channel\":\"");
    private static final byte[] USER_ID = ascii("\",\"data\":\"{\\\"user_id\\\":");
    private static final byte[] USER_INFO = ascii(",\\\"user_info\\\":");
    private static final byte[] COUNT = ascii("{\"event\":\"pusher_internal:subscription_count\",\"channel\":\"");
    private static final byte[] COUNT_DATA = ascii("\",\"data\":\"{\\\"subscription_count\\\":");
    private static final byte[] CACHE_MISS = ascii("{\"event\":\"pusher:cache_miss\",\"channel\":\"");
    private static final byte[] EMPTY_DATA = ascii("\",\"data\":\"{}\"}");
    private static final byte[] OBJECT_DATA_END = ascii("}\"}");
    private static final byte[] STRING_IN_DATA_END = ascii("\\\"}\"}");
    private static final byte[] EVENT = ascii("{\"event\":\"");
    private static final byte[] CHANNEL = ascii("\",\"channel\":\"");
    private static final byte[] DATA = ascii("\",\"data\":");
    private static final byte[] SENDER = ascii(",\"user_id\":\"");
    private static final byte[] SIGNIN =
            ascii("{\"event\":\"pusher:signin_success\",\"data\":\"{\\\"user_data\\\":\\\"");
    private static final byte[] WATCHLIST = ascii("{\"event\":\"pusher_internal:watchlist_events\",\"data\":\"");
    private static final byte[] STRING_END = ascii("\"}");
    private static final byte[] STRING_END_TWICE = ascii("\"}}");
    private static final byte[] OBJECT_END = ascii("}");
    private static final Map<CloseCode, byte[]> CLOSE_ERRORS = closeErrors();

    private FrameWriter() {}

    /**
     * {@code pusher:connection_established}, the first frame of every connection.
     *
     * @param activityTimeoutSeconds above 0
     */
    public static byte[] connectionEstablished(SocketId socketId, int activityTimeoutSeconds) {
        return ascii("{\"event\":\"pusher:connection_established\",\"data\":\"{\\\"socket_id\\\":\\\"" + socketId
                + "\\\",\\\"activity_timeout\\\":" + activityTimeoutSeconds + "}\"}");
    }

    /** {@code pusher:pong}, the answer to {@code pusher:ping}. */
    public static byte[] pong() {
        return PONG;
    }

    /** {@code pusher:error} before a close. */
    public static byte[] error(CloseCode code) {
        return requireNonNull(CLOSE_ERRORS.get(code), "code");
    }

    /** {@code pusher:error} of one frame: the connection stays. */
    public static byte[] error(ErrorCode code, String message) {
        return error(code.code() == 0 ? "null" : Integer.toString(code.code()), message);
    }

    private static byte[] error(String code, String message) {
        return concat(ERROR, ascii(code), MESSAGE, JsonText.escaped(message), STRING_END_TWICE);
    }

    private static Map<CloseCode, byte[]> closeErrors() {
        Map<CloseCode, byte[]> frames = new EnumMap<>(CloseCode.class);
        for (CloseCode code : CloseCode.values()) {
            frames.put(code, error(Integer.toString(code.code()), code.reason()));
        }
        return frames;
    }

    /**
     * {@code pusher:subscription_error}, for channels that are not encrypted.
     *
     * @param channel as the client named it
     */
    public static byte[] subscriptionError(String channel, SubscriptionRefusal refusal, String message) {
        byte[] type = ascii("\",\"data\":{\"type\":\"" + refusal.type() + "\",\"error\":\"");
        byte[] status = ascii("\",\"status\":" + refusal.status() + "}}");
        return concat(SUBSCRIPTION_ERROR, JsonText.escaped(channel), type, JsonText.escaped(message), status);
    }

    /** {@code pusher_internal:subscription_succeeded}, for a channel without members. */
    public static byte[] subscriptionSucceeded(ChannelName channel) {
        return concat(SUCCEEDED, ascii(channel.value()), EMPTY_DATA);
    }

    /** {@code pusher_internal:subscription_succeeded}, for a presence channel, with every member in the order given. */
    public static byte[] subscriptionSucceeded(ChannelName channel, Collection<PresenceMember> members) {
        byte[] name = ascii(channel.value());
        byte[] count = ascii(Integer.toString(members.size()));
        int size = SUCCEEDED.length
                + name.length
                + PRESENCE_COUNT.length
                + count.length
                + IDS.length
                + HASH.length
                + PRESENCE_END.length;
        for (PresenceMember member : members) {
            size += member.idSize() + member.entrySize();
        }
        // The first of each list has no comma.
        FrameBytes frame = new FrameBytes(members.isEmpty() ? size : size - 2);
        frame.add(SUCCEEDED).add(name).add(PRESENCE_COUNT).add(count).add(IDS);
        boolean first = true;
        for (PresenceMember member : members) {
            member.addId(frame, first);
            first = false;
        }
        frame.add(HASH);
        first = true;
        for (PresenceMember member : members) {
            member.addEntry(frame, first);
            first = false;
        }
        return frame.add(PRESENCE_END).done();
    }

    /** {@code pusher_internal:member_added}, for everybody but the newcomer. */
    public static byte[] memberAdded(ChannelName channel, PresenceMember member) {
        byte[] name = ascii(channel.value());
        // The entry's comma and colon are not wanted.
        int pieces = member.entrySize() - 2;
        FrameBytes frame = new FrameBytes(MEMBER_ADDED.length
                + name.length
                + USER_ID.length
                + pieces
                + USER_INFO.length
                + OBJECT_DATA_END.length);
        frame.add(MEMBER_ADDED).add(name).add(USER_ID);
        member.addId(frame, true);
        frame.add(USER_INFO);
        member.addInfo(frame);
        return frame.add(OBJECT_DATA_END).done();
    }

    /** {@code pusher_internal:member_removed}, once the last connection of the user has left. */
    public static byte[] memberRemoved(ChannelName channel, String userId) {
        return concat(MEMBER_REMOVED, ascii(channel.value()), USER_ID, PresenceMember.idPiece(userId), OBJECT_DATA_END);
    }

    /** {@code pusher_internal:subscription_count}, for channels that are neither presence nor encrypted. */
    public static byte[] subscriptionCount(ChannelName channel, int count) {
        return concat(COUNT, ascii(channel.value()), COUNT_DATA, ascii(Integer.toString(count)), OBJECT_DATA_END);
    }

    /** {@code pusher:cache_miss}, to a new subscriber of a cache channel that has no event. */
    public static byte[] cacheMiss(ChannelName channel) {
        return concat(CACHE_MISS, ascii(channel.value()), EMPTY_DATA);
    }

    /**
     * A client event for the other subscribers, its data as it was sent.
     *
     * @param userId the sender in a presence channel, null elsewhere
     */
    public static byte[] clientEvent(ClientFrame.ClientEvent event, @Nullable String userId) {
        byte[] name = JsonText.escaped(event.event());
        byte[] channel = JsonText.escaped(event.channel());
        if (userId == null) {
            return concat(EVENT, name, CHANNEL, channel, DATA, event.data(), OBJECT_END);
        }
        byte[] sender = JsonText.escaped(userId);
        return concat(EVENT, name, CHANNEL, channel, DATA, event.data(), SENDER, sender, STRING_END);
    }

    /**
     * {@code pusher:signin_success}.
     *
     * @param userData the raw text that was signed
     */
    public static byte[] signinSucceeded(String userData) {
        return concat(SIGNIN, JsonText.escaped(JsonText.escaped(userData)), STRING_IN_DATA_END);
    }

    /** {@code pusher_internal:watchlist_events} in one frame; a list that is empty is left out. At least one is not. */
    public static byte[] watchlistEvents(Collection<String> online, Collection<String> offline) {
        StringBuilder data = new StringBuilder("{\"events\":[");
        watchlistEvent(data, "online", online);
        if (!online.isEmpty() && !offline.isEmpty()) {
            data.append(',');
        }
        watchlistEvent(data, "offline", offline);
        return concat(WATCHLIST, JsonText.escaped(data.append("]}").toString()), STRING_END);
    }

    private static void watchlistEvent(StringBuilder data, String name, Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return;
        }
        data.append("{\"name\":\"").append(name).append("\",\"user_ids\":[");
        String separator = "\"";
        for (String userId : userIds) {
            data.append(separator)
                    .append(new String(JsonText.escaped(userId), StandardCharsets.UTF_8))
                    .append('"');
            separator = ",\"";
        }
        data.append("]}");
    }
}
