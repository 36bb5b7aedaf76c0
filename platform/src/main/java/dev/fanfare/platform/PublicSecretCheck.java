package dev.fanfare.platform;

import dev.fanfare.platform.web.Exposure;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.server.config.DevelopmentApp;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the platform from starting where others can reach it with the development app, whose secret is in our documentation: they could
 * sign webhooks and subscriptions themselves.
 */
@Component
class PublicSecretCheck implements InitializingBean {
    private static final String SOCKET = "1.1";
    private static final String CHANNEL = "private-anything";

    private final RealtimeService realtime;
    private final Exposure exposure;

    PublicSecretCheck(RealtimeService realtime, Exposure exposure) {
        this.realtime = realtime;
        this.exposure = exposure;
    }

    @Override
    public void afterPropertiesSet() {
        if (exposure.toOthers() && isDevelopmentApp()) {
            throw new IllegalStateException(
                    "Others can reach the platform, and its app is the development app, whose secret is"
                            + " public: set PUSHER_APP_ID, PUSHER_KEY and PUSHER_SECRET to values of your own, or listen on 127.0.0.1");
        }
    }

    /** By its key, or by what it signs, which is all that anybody sees of a secret. */
    private boolean isDevelopmentApp() {
        String key = realtime.getClientConfig().key();
        AppSigner signer = new AppSigner(key, new AppSecret(DevelopmentApp.SECRET), null);
        return key.equals(DevelopmentApp.KEY)
                || signer.authorizeChannel(SOCKET, CHANNEL, null)
                        .equals(realtime.authorizeChannel(SOCKET, CHANNEL, null));
    }
}
