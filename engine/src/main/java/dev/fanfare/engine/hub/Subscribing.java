package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ChannelType;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.Excerpt;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.PresenceMember;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.SubscriptionRefusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Subscribing and unsubscribing, on the connection's loop. Source: protocol sections 2.3 to 2.6. */
final class Subscribing {
    private Subscribing() {}

    static void subscribe(Subscriber subscriber, ClientFrame.Subscribe frame) {
        App app = subscriber.app.app();
        ChannelName name;
        try {
            name = ChannelName.parse(frame.channel(), app.limits().channelNameLength());
        } catch (ProtocolException e) {
            refuse(subscriber, frame.channel(), SubscriptionRefusal.INVALID_NAME, e.getMessage());
            return;
        }
        if (subscriber.subscriptions.find(name.value()) != null) {
            subscriber.fail("Existing subscription to channel " + name);
            return;
        }
        if (subscriber.subscriptions.size() >= app.limits().subscriptionsPerConnection()) {
            refuse(
                    subscriber,
                    name.value(),
                    SubscriptionRefusal.LIMIT_REACHED,
                    "Too many subscriptions, at most " + app.limits().subscriptionsPerConnection()
                            + " for a connection");
            return;
        }
        PresenceMember member;
        try {
            authorize(subscriber, name, frame);
            member = name.isPresence() ? member(subscriber, frame.channelData(), app.limits()) : null;
        } catch (ProtocolException e) {
            refuse(subscriber, name.value(), SubscriptionRefusal.UNAUTHORIZED, e.getMessage());
            return;
        }
        if (name.type().requiresAuthorization() && !Admission.authorized(subscriber)) {
            return;
        }
        begin(subscriber, name, member);
    }

    private static void begin(Subscriber subscriber, ChannelName name, @Nullable PresenceMember member) {
        LocalChannel channel = subscriber.app.channel(name);
        channel.await();
        Subscription subscription = new Subscription(subscriber, channel, member);
        subscriber.subscriptions.add(subscription);
        AppShard home = subscriber.app.hub.homeOf(name.value());
        home.shard.run(() -> home.home(channel.name).join(subscription));
    }

    /** The home loop has answered. */
    static void answered(Subscriber subscriber, Subscription subscription, JoinAnswer answer) {
        LocalChannel channel = subscription.channel;
        channel.answered();
        boolean awaited = subscription.isAwaited();
        String refusal = answer.refusal();
        if (awaited && refusal == null) {
            subscription.activate();
            channel.add(subscription);
            for (byte[] frame : answer.frames()) {
                subscriber.send(frame);
            }
            subscriber.app.shard.joined(subscriber, channel);
            return;
        }
        if (awaited && refusal != null) {
            subscription.end();
            subscriber.subscriptions.remove(subscription);
            refuse(subscriber, channel.name.value(), SubscriptionRefusal.LIMIT_REACHED, refusal);
        } else if (refusal == null) {
            leaveHome(subscriber, subscription);
        }
        subscriber.app.dropIfUnused(channel);
    }

    static void unsubscribe(Subscriber subscriber, ClientFrame.Unsubscribe frame) {
        Subscription subscription = subscriber.subscriptions.find(frame.channel());
        if (subscription == null) {
            subscriber.fail("No current subscription to channel " + Excerpt.of(frame.channel())
                    + ", or subscription in progress");
            return;
        }
        subscriber.subscriptions.remove(subscription);
        end(subscriber, subscription);
    }

    static void endAll(Subscriber subscriber) {
        for (Subscription subscription : subscriber.subscriptions.drain()) {
            end(subscriber, subscription);
        }
    }

    private static void end(Subscriber subscriber, Subscription subscription) {
        boolean active = subscription.isActive();
        subscription.end();
        if (active) {
            subscriber.app.shard.leaving(subscriber, subscription.channel);
            subscription.channel.remove(subscription);
            leaveHome(subscriber, subscription);
            subscriber.app.dropIfUnused(subscription.channel);
        }
    }

    private static void leaveHome(Subscriber subscriber, Subscription subscription) {
        String name = subscription.channel.name.value();
        AppShard home = subscriber.app.hub.homeOf(name);
        home.shard.run(() -> home.home(subscription.channel.name).leave(subscription));
    }

    private static void authorize(Subscriber subscriber, ChannelName name, ClientFrame.Subscribe frame)
            throws ProtocolException {
        if (name.type() == ChannelType.SERVER_TO_USER) {
            SignedInUser user = subscriber.user;
            if (user == null || !user.id().equals(name.userId())) {
                throw new ProtocolException("Not signed in as the user of channel " + name);
            }
        } else if (name.type().requiresAuthorization()) {
            String text = Signer.channelText(subscriber.socketId(), name.value(), frame.channelData());
            verify(subscriber, "subscription auth data", frame.auth(), text);
        }
    }

    /** Checks {@code key:signature} against the app's key and every live secret. */
    static void verify(Subscriber subscriber, String what, String auth, String text) throws ProtocolException {
        App app = subscriber.app.app();
        int colon = auth.indexOf(':');
        if (colon != app.key().length() || !auth.startsWith(app.key())) {
            throw new ProtocolException("Invalid key in " + what + ": '" + Excerpt.of(auth) + "'");
        }
        String signature = auth.substring(colon + 1);
        for (AppSecret secret : app.secrets()) {
            if (subscriber.app.shard.signer(secret).matches(signature, text)) {
                return;
            }
        }
        throw new ProtocolException("Invalid signature: Expected HMAC SHA256 hex digest of " + Excerpt.of(text)
                + ", but got " + Excerpt.of(signature));
    }

    private static PresenceMember member(Subscriber subscriber, @Nullable String channelData, AppLimits limits)
            throws ProtocolException {
        if (channelData == null) {
            SignedInUser user = subscriber.user;
            if (user == null) {
                throw new ProtocolException("A presence channel needs channel_data, or a connection that is signed in");
            }
            return PresenceMember.of(user.id(), user.userInfo());
        }
        int size = channelData.getBytes(StandardCharsets.UTF_8).length;
        if (size > limits.presenceMemberSize()) {
            throw new ProtocolException(
                    "channel_data has " + size + " bytes, at most " + limits.presenceMemberSize() + " are allowed");
        }
        PresenceMember member = PresenceMember.parse(channelData);
        if (member.userId().length() > limits.userIdLength()) {
            throw new ProtocolException("user_id has " + member.userId().length() + " characters, at most "
                    + limits.userIdLength() + " are allowed");
        }
        return member;
    }

    /** An encrypted channel's clients would try to decrypt a channel-level error, so there it is left out. */
    private static void refuse(Subscriber subscriber, String channel, SubscriptionRefusal refusal, String message) {
        subscriber.fail(message);
        if (!ChannelType.isEncrypted(channel)) {
            subscriber.send(FrameWriter.subscriptionError(Excerpt.of(channel), refusal, message));
        }
    }
}
