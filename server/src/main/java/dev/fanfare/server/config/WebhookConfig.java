package dev.fanfare.server.config;

import dev.fanfare.protocol.WebhookKind;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Where one app's back end is told what happens to its channels.
 *
 * @param appId the app
 * @param url an address of http or https
 * @param events what is told
 * @param channelPrefixes how the names of the channels begin; empty for all
 * @param batch whether one request may hold several events
 * @param headers of each request, besides those of the protocol
 */
public record WebhookConfig(
        String appId,
        URI url,
        Set<WebhookKind> events,
        List<String> channelPrefixes,
        boolean batch,
        List<WebhookHeader> headers) {
    public WebhookConfig {
        events = Set.copyOf(events);
        channelPrefixes = List.copyOf(channelPrefixes);
        headers = List.copyOf(headers);
    }

    /** Without headers of its own. */
    public WebhookConfig(String appId, URI url, Set<WebhookKind> events, List<String> channelPrefixes, boolean batch) {
        this(appId, url, events, channelPrefixes, batch, List.of());
    }

    /** Whether an event of the kind, in the channel, is told. */
    public boolean wants(WebhookKind kind, String channel) {
        return events.contains(kind)
                && (channelPrefixes.isEmpty() || channelPrefixes.stream().anyMatch(channel::startsWith));
    }
}
