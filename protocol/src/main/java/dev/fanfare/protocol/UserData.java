package dev.fanfare.protocol;

import java.util.List;

/**
 * What a signed-in user is known by.
 *
 * @param id not empty, of the alphabet of channel names
 * @param userInfo JSON text; {@code {}} if absent
 * @param watchlist ids as given, without duplicates, possibly more than the limit
 */
public record UserData(String id, String userInfo, List<String> watchlist) {
    /** @throws ProtocolException if it is not a JSON object, or its id is not a usable string */
    public static UserData parse(String userData) throws ProtocolException {
        throw new UnsupportedOperationException();
    }
}
