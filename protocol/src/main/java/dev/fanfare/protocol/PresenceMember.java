package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;

/**
 * A user in a presence channel. Immutable.
 *
 * <p>Keeps the encoded pieces that frames about it are made of, because a roster of a thousand members is written for
 * every newcomer.
 */
public final class PresenceMember {
    private static final byte[] USER_ID = "user_id".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] USER_INFO = "user_info".getBytes(StandardCharsets.US_ASCII);

    private final String userId;
    private final String userInfo;
    private final byte[] idPiece;
    private final byte[] infoPiece;

    private PresenceMember(String userId, String userInfo) {
        this.userId = userId;
        this.userInfo = userInfo;
        idPiece = idPiece(userId);
        infoPiece = JsonText.escaped(userInfo);
    }

    /** @param userInfo JSON text; {@code {}} if the user has none */
    public static PresenceMember of(String userId, String userInfo) {
        return new PresenceMember(userId, userInfo);
    }

    /**
     * Reads signed {@code channel_data}. An integer as {@code user_id} becomes its digits; a {@code user_info} that is
     * absent or null becomes <code>{}</code>.
     *
     * @throws ProtocolException if it is not a JSON object, or its {@code user_id} is missing, empty or of another type
     */
    public static PresenceMember parse(String channelData) throws ProtocolException {
        byte[] json = channelData.getBytes(StandardCharsets.UTF_8);
        JsonValue[] values = JsonScanner.object(json, 0, json.length, USER_ID, USER_INFO);
        return new PresenceMember(id(values[0]), values[1].isNull() ? "{}" : values[1].raw());
    }

    private static String id(JsonValue value) throws ProtocolException {
        if (value.isEmpty()) {
            throw new ProtocolException("Invalid channel_data: user_id is missing or empty, expected a string");
        }
        if (value.isString()) {
            return value.string();
        }
        String text = value.raw();
        if (value.kind() != JsonValue.Kind.NUMBER || !text.matches("-?[0-9]+")) {
            throw new ProtocolException(
                    "Invalid channel_data: user_id is " + Excerpt.of(text) + ", expected a string or an integer");
        }
        return text;
    }

    /** An id as a JSON string within the JSON string that the data of a frame is. */
    static byte[] idPiece(String userId) {
        byte[] id = JsonText.escaped(JsonText.escaped(userId));
        byte[] piece = new byte[id.length + 4];
        piece[0] = '\\';
        piece[1] = '"';
        System.arraycopy(id, 0, piece, 2, id.length);
        piece[piece.length - 2] = '\\';
        piece[piece.length - 1] = '"';
        return piece;
    }

    /** As {@link #idPiece(String)}, of this member. Not a copy. */
    byte[] idPiece() {
        return idPiece;
    }

    /** The user's info within the data of a frame. Not a copy. */
    byte[] infoPiece() {
        return infoPiece;
    }

    /** Identifies the user in the channel, whatever its connections. */
    public String userId() {
        return userId;
    }

    /** JSON text, verbatim. */
    public String userInfo() {
        return userInfo;
    }
}
