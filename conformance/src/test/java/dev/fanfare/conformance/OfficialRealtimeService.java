package dev.fanfare.conformance;

import com.pusher.rest.Pusher;
import com.pusher.rest.SignatureUtil;
import com.pusher.rest.data.Event;
import com.pusher.rest.data.PresenceUser;
import com.pusher.rest.data.Result;
import com.pusher.rest.data.Validity;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.testkit.TestApp;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * pusher-http-java as one of our providers. It alone decides what is sent, signed and refused; here are only our words for what it
 * says. Data are written by us, because it would quote texts and knows neither null nor records. It cannot authenticate users:
 * there it lends its signature.
 */
final class OfficialRealtimeService implements RealtimeService {
    private static final int BATCH = 10;

    private final TestApp app;
    private final int port;
    private final Pusher pusher;

    OfficialRealtimeService(TestApp app, int port) {
        this.app = app;
        this.port = port;
        pusher = new Pusher(app.id(), app.key(), app.secret());
        pusher.setHost("127.0.0.1:" + port);
        pusher.setDataMarshaller(Payload::text);
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> publish(OutboundEvent event) {
        return answered(event.channels().size() + " channels", () -> {
            accept(pusher.trigger(event.channels(), event.name(), data(event), event.exceptSocketId()));
            return Map.of();
        });
    }

    @Override
    public CompletionStage<Void> triggerBatch(List<OutboundEvent> events) {
        List<Event> all = events.stream()
                .flatMap(event -> event.channels().stream()
                        .map(channel -> new Event(channel, event.name(), data(event), event.exceptSocketId())))
                .toList();
        return answered(all.size() + " events", () -> {
            for (int from = 0; from < all.size(); from += BATCH) {
                accept(pusher.trigger(all.subList(from, Math.min(from + BATCH, all.size()))));
            }
            return null;
        });
    }

    private static Object data(OutboundEvent event) {
        return event.data() == null ? "null" : event.data();
    }

    @Override
    public List<CompletionStage<Void>> publishEach(List<OutboundEvent> events) {
        return events.stream()
                .map(event -> publish(event).<Void>thenApply(none -> null))
                .toList();
    }

    @Override
    public CompletionStage<Void> terminateConnections(String userId) {
        return answered("", () -> {
            accept(pusher.post("/users/" + userId + "/terminate_connections", "{}"));
            return null;
        });
    }

    @Override
    public String authorizeChannel(String socketId, String channel, @Nullable Member member) {
        try {
            return member == null
                    ? pusher.authenticate(socketId, channel)
                    : pusher.authenticate(socketId, channel, new PresenceUser(member.id(), member.info()));
        } catch (IllegalArgumentException e) {
            String ours = channel.startsWith("presence-") ? "expected a member" : "needs no authorization";
            throw new RealtimeException(Kind.REFUSED, ours + ": " + e.getMessage());
        }
    }

    @Override
    public String authenticateUser(String socketId, SignedInUser user) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("id", user.id()));
        data.put("watchlist", user.watchlist());
        String userData = Payload.json(data);
        String signature = SignatureUtil.sign(socketId + "::user::" + userData, app.secret());
        return Payload.json(Map.of("auth", app.key() + ":" + signature, "user_data", userData));
    }

    @Override
    public boolean isValidWebhook(@Nullable String key, @Nullable String signature, byte[] body) {
        return key != null
                && signature != null
                && pusher.validateWebhookSignature(key, signature, new String(body, StandardCharsets.UTF_8))
                        == Validity.VALID;
    }

    /** @param what what was asked for, for the message of a refusal */
    private static <T> CompletionStage<T> answered(String what, Supplier<T> call) {
        try {
            return CompletableFuture.completedFuture(call.get());
        } catch (IllegalArgumentException e) {
            Kind kind = String.valueOf(e.getMessage()).contains("is not valid") ? Kind.INVALID_CHANNEL : Kind.REFUSED;
            return CompletableFuture.failedFuture(new RealtimeException(kind, what + ": " + e.getMessage()));
        } catch (RealtimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void accept(Result result) {
        int status = result.getHttpStatus() == null ? 0 : result.getHttpStatus();
        Kind kind = switch (status) {
            case 200 -> null;
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.QUOTA;
            case 413 -> Kind.TOO_LARGE;
            case 0 -> Kind.UNREACHABLE;
            default -> Kind.REFUSED;
        };
        if (kind != null) {
            throw new RealtimeException(kind, status, result.getMessage(), null);
        }
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> channels(String prefix, Set<ChannelInfo.Attribute> info) {
        return answered(prefix, () -> {
            Map<String, ChannelInfo> all = new LinkedHashMap<>();
            asked("/channels", Map.of("filter_by_prefix", prefix, "info", wireNames(info)))
                    .path("channels")
                    .properties()
                    .forEach(channel -> all.put(channel.getKey(), told(channel.getValue())));
            return all;
        });
    }

    @Override
    public CompletionStage<ChannelInfo> channel(String name, Set<ChannelInfo.Attribute> info) {
        return answered(name, () -> told(asked("/channels/" + name, Map.of("info", wireNames(info)))));
    }

    @Override
    public CompletionStage<List<String>> members(String presenceChannel) {
        return answered(
                presenceChannel,
                () -> asked("/channels/" + presenceChannel + "/users", Map.of())
                        .path("users")
                        .valueStream()
                        .map(user -> user.path("id").asString())
                        .toList());
    }

    private JsonNode asked(String path, Map<String, String> parameters) {
        Result result = pusher.get(path, parameters);
        accept(result);
        return JsonMapper.shared().readTree(result.getMessage());
    }

    private static String wireNames(Set<ChannelInfo.Attribute> info) {
        return info.stream().map(ChannelInfo.Attribute::wireName).sorted().collect(Collectors.joining(","));
    }

    private static ChannelInfo told(JsonNode channel) {
        return new ChannelInfo(
                channel.has("occupied") ? channel.path("occupied").asBoolean() : null,
                channel.has("user_count") ? channel.path("user_count").asInt() : null,
                channel.has("subscription_count")
                        ? channel.path("subscription_count").asInt()
                        : null);
    }

    @Override
    public ClientConfig getClientConfig() {
        return new ClientConfig("official", app.key(), "", "127.0.0.1", port, null, false, "/api/pusher/auth");
    }

    @Override
    public void close() {
        try {
            pusher.close();
        } catch (Exception e) { // its signature says so
            throw new IllegalStateException(e);
        }
    }
}
