package dev.fanfare.sdk.pusher;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.SigningRealtimeService;
import dev.fanfare.sdk.administration.Administration;
import dev.fanfare.sdk.administration.AppStanding;
import dev.fanfare.sdk.administration.WebhookDeadLetter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Speaks to a server over Pusher's HTTP API. Source: Pusher Channels documentation, "HTTP API reference". */
public final class PusherRealtimeService extends SigningRealtimeService implements Administration {
    private static final int MOST_CONNECTIONS = 100;
    private static final int NOT_FOUND = 404;

    private final HttpApi http;
    private final RealtimeSettings settings;
    private final String key;
    private final Lanes lanes;

    PusherRealtimeService(HttpApi http, String key, AppSecret secret, RealtimeSettings settings) {
        super(new AppSigner(key, secret, settings.masterKey()));
        this.http = http;
        this.key = key;
        this.settings = settings;
        lanes = new Lanes(http);
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> publish(OutboundEvent event) {
        return checked(() -> {
            String data = data(event, settings.maxDataSize());
            if (settings.coalescing()
                    && event.channels().size() == 1
                    && event.info().isEmpty()) {
                String channel = event.channels().getFirst();
                return lanes.add(channel, EventBody.ofBatch(event, channel, data))
                        .thenApply(done -> Map.of());
            }
            String body = EventBody.of(event, data);
            return http.post("/events", body).thenApply(answer -> ChannelAnswers.byName(answer.path("channels")));
        });
    }

    @Override
    public CompletionStage<Void> triggerBatch(List<OutboundEvent> events) {
        return checked(() -> {
            List<String> items = new ArrayList<>();
            events.forEach(event -> items.addAll(items(event)));
            return CompletableFuture.allOf(new Lane(http).add(items).toArray(CompletableFuture[]::new));
        });
    }

    @Override
    public List<CompletionStage<Void>> publishEach(List<OutboundEvent> events) {
        List<Supplier<CompletableFuture<Void>>> outcomes = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (OutboundEvent event : events) {
            try {
                List<String> items = items(event);
                int from = sent.size();
                sent.addAll(items);
                outcomes.add(() -> CompletableFuture.allOf(
                        answers.subList(from, from + items.size()).toArray(CompletableFuture[]::new)));
            } catch (RealtimeException e) {
                outcomes.add(() -> CompletableFuture.failedFuture(e));
            }
        }
        answers.addAll(new Lane(http).add(sent));
        return outcomes.stream()
                .<CompletionStage<Void>>map(PusherRealtimeService::checked)
                .toList();
    }

    /** @throws RealtimeException if anything is wrong about it */
    private List<String> items(OutboundEvent event) {
        String data = data(event, settings.maxDataSize());
        return event.channels().stream()
                .map(channel -> EventBody.ofBatch(event, channel, data))
                .toList();
    }

    @Override
    public CompletionStage<Void> terminateConnections(String userId) {
        return checked(() -> http.post("/users/" + Checked.userId(userId) + "/terminate_connections", "{}")
                .thenApply(answer -> null));
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> channels(String prefix, Set<Attribute> info) {
        return checked(() -> {
            Map<String, String> parameters = parameters(info);
            if (!prefix.isEmpty()) {
                parameters.put("filter_by_prefix", prefix);
            }
            return http.get("/channels", parameters)
                    .thenApply(answer -> ChannelAnswers.byName(answer.path("channels")));
        });
    }

    @Override
    public CompletionStage<ChannelInfo> channel(String name, Set<Attribute> info) {
        return checked(() ->
                http.get("/channels/" + Checked.channel(name), parameters(info)).thenApply(ChannelAnswers::one));
    }

    @Override
    public CompletionStage<List<String>> members(String presenceChannel) {
        return checked(() -> http.get("/channels/" + Checked.channel(presenceChannel) + "/users", Map.of())
                .thenApply(ChannelAnswers::userIds));
    }

    @Override
    public CompletionStage<AppStanding> standing() {
        return checked(() -> http.get("/usage", Map.of()).thenApply(AdministrationAnswers::standing));
    }

    /** A hundred with each request. */
    @Override
    public CompletionStage<Void> closeConnections(Collection<String> socketIds, boolean mayReturn) {
        return checked(() -> {
            List<String> ids = socketIds.stream()
                    .map(id -> Checked.socketId(id).toString())
                    .toList();
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += MOST_CONNECTIONS) {
                List<String> some = ids.subList(from, Math.min(from + MOST_CONNECTIONS, ids.size()));
                answers.add(http.post(
                        "/connections/terminate",
                        Map.of("socket_id", String.join(",", some), "reconnect", String.valueOf(mayReturn))));
            }
            return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        });
    }

    @Override
    public CompletionStage<List<WebhookDeadLetter>> webhookDeadLetters(String after) {
        return checked(() -> http.get("/webhooks/dead_letters", after.isEmpty() ? Map.of() : Map.of("after", after))
                .thenApply(AdministrationAnswers::deadLetters)
                .exceptionallyCompose(PusherRealtimeService::noneWithoutWebhooks));
    }

    /** A server that has never had a webhook does not know the route. */
    private static CompletionStage<List<WebhookDeadLetter>> noneWithoutWebhooks(Throwable failure) {
        boolean isUnknown = failure.getCause() instanceof RealtimeException refusal && refusal.status() == NOT_FOUND;
        return isUnknown ? CompletableFuture.completedFuture(List.of()) : CompletableFuture.failedFuture(failure);
    }

    @Override
    public CompletionStage<Integer> replayWebhooks(Collection<String> ids) {
        return counted("/webhooks/dead_letters/replay", ids, "replayed");
    }

    @Override
    public CompletionStage<Integer> discardWebhooks(Collection<String> ids) {
        return counted("/webhooks/dead_letters/discard", ids, "discarded");
    }

    private CompletionStage<Integer> counted(String path, Collection<String> ids, String field) {
        return ids.isEmpty()
                ? CompletableFuture.completedFuture(0)
                : checked(() -> http.post(path, Map.of("id", String.join(",", ids)))
                        .thenApply(answer -> answer.path(field).asInt(0)));
    }

    private static Map<String, String> parameters(Set<Attribute> info) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!info.isEmpty()) {
            parameters.put("info", EventBody.names(info));
        }
        return parameters;
    }

    /** What is wrong about arguments ends the stage as well. */
    private static <T> CompletableFuture<T> checked(Supplier<CompletableFuture<T>> action) {
        try {
            return action.get()
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                            failure instanceof CompletionException && failure.getCause() != null
                                    ? failure.getCause()
                                    : failure));
        } catch (RealtimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Where the settings say, else where a server of one's own answers, else hosted Pusher. */
    @Override
    public ClientConfig getClientConfig() {
        RealtimeSettings.ClientAddress clients = settings.clients();
        URI api = settings.api();
        return clients.host() == null && api != null && !api.getHost().endsWith(".pusher.com")
                ? config(
                        api.getHost(),
                        api.getPort() < 0 ? null : api.getPort(),
                        api.getScheme().equals("https"))
                : config(clients.host(), clients.port(), clients.encrypted());
    }

    private ClientConfig config(@Nullable String host, @Nullable Integer port, boolean encrypted) {
        String endpoint = settings.clients().authEndpoint();
        return new ClientConfig("pusher", key, settings.cluster(), host, port, port, encrypted, endpoint);
    }

    /** Connections are shared with other services and closed when nobody has used them for a while. */
    @Override
    public void close() {}
}
