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
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    private static final Set<WebhookKind> KINDS = Set.of(WebhookKind.CHANNEL_OCCUPIED, WebhookKind.CHANNEL_VACATED);
    private static final List<String> CHANNELS = List.of("private-user-");

    private final RealtimeService realtime;
    private final FanfareProperties properties;
    private final String address;
    private final String contextPath;
    private final boolean usesTls;

    EmbeddedWebhooks(
            RealtimeService realtime,
            FanfareProperties properties,
            @Value("${server.address:}") String address,
            @Value("${server.servlet.context-path:}") String contextPath,
            @Value("${server.ssl.enabled:false}") boolean usesTls) {
        this.realtime = realtime;
        this.properties = properties;
        this.address = address;
        this.contextPath = contextPath;
        this.usesTls = usesTls;
    }

    /** Only now the platform's port is known. */
    @EventListener
    void begin(WebServerInitializedEvent started) throws UnknownHostException {
        URI own = URI.create((usesTls ? "https://" : "http://") + host() + ":"
                + started.getWebServer().getPort() + contextPath + properties.webhookPath());
        Server server = realtime.unwrap(EmbeddedRealtimeService.class).server();
        List<WebhookConfig> webhooks = server.node().apps().all().stream()
                .map(app -> new WebhookConfig(app.id(), own, KINDS, CHANNELS, true))
                .toList();
        server.reload(ServerConfig.development()
                .with()
                .apps(List.copyOf(server.node().apps().all()))
                .webhooks(webhooks)
                .build());
    }

    private String host() throws UnknownHostException {
        InetAddress bound = InetAddress.getByName(address); // of nothing, loopback
        if (bound.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String text = bound.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
