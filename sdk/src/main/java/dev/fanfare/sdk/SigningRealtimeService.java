package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;

/** A service whose app's secret is at hand, so that it signs without asking anybody. For providers. */
public abstract class SigningRealtimeService implements RealtimeService {
    private final AppSigner signer;

    protected SigningRealtimeService(AppSigner signer) {
        this.signer = signer;
    }

    /** As {@link AppSigner#data}. */
    protected final String data(OutboundEvent event, int maxDataSize) {
        return signer.data(event, maxDataSize);
    }

    @Override
    public final String authorizeChannel(String socketId, String channel, @Nullable Member member) {
        return signer.authorizeChannel(socketId, channel, member);
    }

    @Override
    public final String authenticateUser(String socketId, SignedInUser user) {
        return signer.authenticateUser(socketId, user);
    }

    @Override
    public final boolean isValidWebhook(@Nullable String key, @Nullable String signature, byte[] body) {
        return signer.isValidWebhook(key, signature, body);
    }
}
