package dev.fanfare.protocol;

/**
 * A user in a presence channel. Immutable.
 *
 * <p>Keeps the encoded pieces that frames about it are made of, because a roster of a thousand members is written for
 * every newcomer.
 */
public final class PresenceMember {
    private final String userId;
    private final String userInfo;

    private PresenceMember(String userId, String userInfo) {
        this.userId = userId;
        this.userInfo = userInfo;
    }

    /** @param userInfo JSON text; {@code {}} if the user has none */
    public static PresenceMember of(String userId, String userInfo) {
        return new PresenceMember(userId, userInfo);
    }

    /**
     * Reads signed {@code channel_data}. A numeric {@code user_id} becomes its text.
     *
     * @throws ProtocolException if it is not a JSON object or has no usable {@code user_id}
     */
    public static PresenceMember parse(String channelData) throws ProtocolException {
        throw new UnsupportedOperationException();
    }

    public String userId() {
        return userId;
    }

    /** JSON text, verbatim. */
    public String userInfo() {
        return userInfo;
    }
}
