package dev.fanfare.server.config;

import dev.fanfare.protocol.WebhookKind;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every setting of one of an app's webhooks: the last part of the table that begins in {@link ServerSettings}. */
final class WebhookSettings {
    /** What every SDK of a back end can read. */
    private static final List<WebhookKind> USUAL = List.of(
            WebhookKind.CHANNEL_OCCUPIED,
            WebhookKind.CHANNEL_VACATED,
            WebhookKind.MEMBER_ADDED,
            WebhookKind.MEMBER_REMOVED,
            WebhookKind.CLIENT_EVENT);

    static final Setting<URI> URL = new Setting<>("url", new WebAddress(), null, "Where events are sent. Must be set.");
    static final Setting<List<WebhookKind>> EVENTS = new Setting<>(
            "events",
            new EventKinds(),
            USUAL,
            "What is told. Not every SDK of a back end can read the other two, `cache_miss` and `subscription_count`.");
    static final Setting<List<String>> CHANNEL_PREFIXES = new Setting<>(
            "channel-prefixes",
            new ListOf<>(new Text("the beginning of a channel's name"), "a list of beginnings of channel names"),
            List.of(),
            "How the names of the channels begin that are told of; empty for all.");
    static final Setting<Boolean> BATCH =
            new Setting<>("batch", new YesNo(), true, "Whether one request may hold several events.");

    static final Setting<List<WebhookHeader>> HEADERS = new Setting<>(
            "headers",
            new ListOf<>(new HeaderLine(), "a group of headers such as `X-Token: abc`, but none of the protocol's own"),
            List.of(),
            "Headers of each request, such as a token that the back end's proxy wants.");

    /** In the order in which they are explained. */
    static final List<Setting<?>> ALL = List.of(URL, EVENTS, CHANNEL_PREFIXES, BATCH, HEADERS);

    private WebhookSettings() {}

    /** @param path how messages call it; null after a problem */
    static @Nullable WebhookConfig read(String appId, SettingValues values, String path, List<String> problems) {
        URI url = values.set(URL);
        if (url == null) {
            if (!values.isRefused(URL)) {
                problems.add(
                        "`" + path + ".url` is not set, expected " + URL.type().expected());
            }
            return null;
        }
        return new WebhookConfig(
                appId,
                url,
                EnumSet.copyOf(values.of(EVENTS)),
                values.of(CHANNEL_PREFIXES),
                values.of(BATCH),
                values.of(HEADERS));
    }

    /** One that is told everything. */
    static WebhookConfig everything(String appId, URI url) {
        return new WebhookConfig(appId, url, EnumSet.allOf(WebhookKind.class), List.of(), true);
    }
}
