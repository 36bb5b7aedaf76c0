package dev.fanfare.sdk;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ChannelType;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.encryption.MasterKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs for an app without asking its server: subscriptions, users, and whether a webhook is its own. For providers; safe to use
 * from several threads. Source: Pusher Channels documentation, "Authorizing users" and "Webhooks".
 */
public final class AppSigner {
    private final String key;
    private final AppSecret secret;
    private final @Nullable MasterKey masterKey;

    /** @param masterKey null if the app has no encrypted channels */
    public AppSigner(String key, AppSecret secret, @Nullable MasterKey masterKey) {
        this.key = key;
        this.secret = secret;
        this.masterKey = masterKey;
    }

    /**
     * The text of an event's data as the server gets them: encrypted, if the event's channel is.
     *
     * @throws RealtimeException if anything about the event is wrong
     */
    public String data(OutboundEvent event, int maxDataSize) {
        String text = Checked.event(event, maxDataSize);
        if (event.channels().stream().noneMatch(ChannelType::isEncrypted)) {
            return text;
        }
        if (event.channels().size() > 1) {
            throw new RealtimeException(
                    Kind.REFUSED,
                    "Event has several channels, of which one is encrypted, expected one with a key of its own");
        }
        String channel = event.channels().getFirst();
        String encrypted = masterKey(channel).encrypt(channel, text);
        Checked.size(event.name(), encrypted, maxDataSize);
        return encrypted;
    }

    private MasterKey masterKey(String channel) {
        if (masterKey == null) {
            throw new RealtimeException(
                    Kind.REFUSED,
                    "Channel " + channel + " is encrypted, and " + EnvironmentReader.MASTER_KEY + " is not set");
        }
        return masterKey;
    }

    /** As {@link RealtimeService#authorizeChannel}. */
    public String authorizeChannel(String socketId, String channel, @Nullable Member member) {
        SocketId id = Checked.socketId(socketId);
        ChannelName name = Checked.channel(channel);
        if (!name.type().requiresAuthorization()) {
            throw new RealtimeException(Kind.INVALID_CHANNEL, "Channel " + name + " needs no authorization");
        }
        if (name.isPresence() != (member != null)) {
            throw new RealtimeException(
                    Kind.REFUSED,
                    name.isPresence()
                            ? "Channel " + name + " is a presence channel, expected a member"
                            : "Channel " + name + " is no presence channel, expected no member");
        }
        String channelData = member == null ? null : channelData(member);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("auth", key + ":" + new Signer(secret).sign(Signer.channelText(id, channel, channelData)));
        if (channelData != null) {
            answer.put("channel_data", channelData);
        }
        if (ChannelType.isEncrypted(channel)) {
            answer.put("shared_secret", masterKey(channel).sharedSecret(channel));
        }
        return Payload.json(answer);
    }

    private static String channelData(Member member) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("user_id", Checked.userId(member.id()));
        if (member.info() != null) {
            data.put("user_info", member.info());
        }
        return Payload.json(data);
    }

    /** As {@link RealtimeService#authenticateUser}. */
    public String authenticateUser(String socketId, SignedInUser user) {
        SocketId id = Checked.socketId(socketId);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", Checked.userId(user.id()));
        if (user.info() != null) {
            data.put("user_info", user.info());
        }
        if (!user.watchlist().isEmpty()) {
            data.put("watchlist", user.watchlist());
        }
        String userData = Payload.json(data);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("auth", key + ":" + new Signer(secret).sign(Signer.userText(id, userData)));
        answer.put("user_data", userData);
        return Payload.json(answer);
    }

    /** As {@link RealtimeService#isValidWebhook}. */
    public boolean isValidWebhook(@Nullable String givenKey, @Nullable String signature, byte[] body) {
        return key.equals(givenKey) && signature != null && new Signer(secret).matches(signature, body, 0, body.length);
    }
}
