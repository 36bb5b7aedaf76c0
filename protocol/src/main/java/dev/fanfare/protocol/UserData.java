package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a signed-in user is known by. Source: Pusher Channels documentation, "Authenticating users".
 *
 * @param id not empty, of the alphabet of channel names
 * @param userInfo JSON text of an object; {@code {}} if absent
 * @param watchlist ids as given, without duplicates, possibly more than the limit
 */
public record UserData(String id, String userInfo, List<String> watchlist) {
    private static final byte[] ID = "id".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] USER_INFO = "user_info".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WATCHLIST = "watchlist".getBytes(StandardCharsets.US_ASCII);

    /** Copies the watchlist. */
    public UserData {
        watchlist = List.copyOf(watchlist);
    }

    /**
     * Reads signed {@code user_data}.
     *
     * @throws ProtocolException if it is not a JSON object, its id is not a usable string, its info not an object, or its
     *     watchlist not an array of strings
     */
    public static UserData parse(String userData) throws ProtocolException {
        byte[] json = userData.getBytes(StandardCharsets.UTF_8);
        JsonValue[] values = JsonScanner.object(json, 0, json.length, ID, USER_INFO, WATCHLIST);
        return new UserData(id(values[0]), info(values[1]), watchlist(values[2]));
    }

    private static String id(JsonValue value) throws ProtocolException {
        if (!value.isString()) {
            throw new ProtocolException("Invalid user_data: id is " + actual(value) + ", expected a string");
        }
        String id = value.string();
        if (!ChannelName.isPlain(id, 0)) {
            throw new ProtocolException("Invalid user_data: id is '" + Excerpt.of(id)
                    + "', expected one or more of the characters of channel names");
        }
        return id;
    }

    private static String info(JsonValue value) throws ProtocolException {
        return switch (value.kind()) {
            case NULL -> "{}";
            case OBJECT -> value.raw();
            default ->
                throw new ProtocolException(
                        "Invalid user_data: user_info is " + actual(value) + ", expected an object");
        };
    }

    private static List<String> watchlist(JsonValue value) throws ProtocolException {
        if (value.isNull()) {
            return List.of();
        }
        if (value.kind() != JsonValue.Kind.ARRAY) {
            throw new ProtocolException("Invalid user_data: watchlist is " + actual(value) + ", expected an array");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue element : JsonScanner.elements(value)) {
            if (!element.isString()) {
                throw new ProtocolException(
                        "Invalid user_data: watchlist holds " + actual(element) + ", expected only strings");
            }
            ids.add(element.string());
        }
        return List.copyOf(ids);
    }

    private static String actual(JsonValue value) {
        return value.isNull() ? "missing" : Excerpt.of(value.raw());
    }
}
