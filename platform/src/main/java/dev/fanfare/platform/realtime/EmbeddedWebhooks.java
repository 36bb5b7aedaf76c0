package dev.fanfare.platform.realtime;

import dev.fanfare.embedded.EmbeddedRealtimeService;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.spring.FanfareProperties;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the server inside the platform tell the platform who comes and goes, by webhooks as any other server would. One that runs
 * elsewhere is configured there.
 */
@Component
@ConditionalOnProperty(name = "fanfare.provider", havingValue = "embedded")
class EmbeddedWebhooks {
    private static final Set<WebhookKind> KINDS = Set.of(
            WebhookKind.CHANNEL_OCCUPIED,
            WebhookKind.CHANNEL_VACATED,
            WebhookKind.MEMBER_ADDED,
            WebhookKind.MEMBER_REMOVED);
    private static final List<String> CHANNELS =
            List.of("private-user-", "presence-planning-poker-", "presence-contact-");

    private final RealtimeService realtime;
    private final FanfareProperties properties;
    private final ServerProperties platform;

    EmbeddedWebhooks(RealtimeService realtime, FanfareProperties properties, ServerProperties platform) {
        this.realtime = realtime;
        this.properties = properties;
        this.platform = platform;
    }

    /** Only now the platform's port is known. The one for management, if it has its own, is not meant. */
    @EventListener
    void begin(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        String scheme = Ssl.isEnabled(platform.getSsl()) ? "https" : "http";
        String contextPath = Objects.requireNonNullElse(platform.getServlet().getContextPath(), "");
        URI own = URI.create(scheme + "://" + host() + ":"
                + started.getWebServer().getPort() + contextPath + properties.webhookPath());
        Server server = realtime.unwrap(EmbeddedRealtimeService.class).server();
        List<WebhookConfig> webhooks = server.node().apps().all().stream()
                .map(app -> new WebhookConfig(app.id(), own, KINDS, CHANNELS, true))
                .toList();
        // Of a running server only these change; what else it was started with stays.
        server.reload(ServerConfig.development()
                .with()
                .apps(List.copyOf(server.node().apps().all()))
                .webhooks(webhooks)
                .build());
    }

    private String host() {
        InetAddress bound = platform.getAddress();
        if (bound == null || bound.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String text = bound.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
