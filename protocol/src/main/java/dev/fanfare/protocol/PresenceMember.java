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
    /** {@code ,"id":info} as the roster has it, escaped for the string that the data of a frame is. */
    private final byte[] entry;

    private final int idEnd;

    private PresenceMember(String userId, String userInfo) {
        this.userId = userId;
        byte[] id = idPiece(userId);
        byte[] info = JsonText.escaped(userInfo);
        entry = new FrameBytes(id.length + info.length + 2)
                .add(',')
                .add(id)
                .add(':')
                .add(info)
                .done();
        idEnd = id.length + 1;
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
        return new FrameBytes(id.length + 4)
                .add('\\')
                .add('"')
                .add(id)
                .add('\\')
                .add('"')
                .done();
    }

    /** Adds {@code "id"}, with a comma in front if others were added before. */
    void addId(FrameBytes frame, boolean first) {
        frame.add(entry, first ? 1 : 0, idEnd);
    }

    /** Adds {@code "id":info}, with a comma in front if others were added before. */
    void addEntry(FrameBytes frame, boolean first) {
        frame.add(entry, first ? 1 : 0, entry.length);
    }

    /** Adds the info alone. */
    void addInfo(FrameBytes frame) {
        frame.add(entry, idEnd + 1, entry.length);
    }

    /** Bytes of {@code "id"} with a comma. */
    int idSize() {
        return idEnd;
    }

    /** Bytes of {@code "id":info} with a comma. */
    int entrySize() {
        return entry.length;
    }

    /** Identifies the user in the channel, whatever its connections. */
    public String userId() {
        return userId;
    }

    /** JSON text, verbatim. Made anew by each call. */
    public String userInfo() {
        byte[] info = new byte[entry.length - idEnd - 1];
        return new String(info, 0, JsonText.unescape(entry, idEnd + 1, entry.length, info), StandardCharsets.UTF_8);
    }
}
