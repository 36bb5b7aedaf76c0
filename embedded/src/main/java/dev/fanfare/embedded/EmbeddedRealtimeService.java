package dev.fanfare.embedded;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.AppUsage;
import dev.fanfare.engine.app.OverQuota;
import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.engine.hub.Publication;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.SigningRealtimeService;
import dev.fanfare.sdk.administration.Administration;
import dev.fanfare.sdk.administration.AppStanding;
import dev.fanfare.sdk.administration.WebhookDeadLetter;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.Plan;
import dev.fanfare.server.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Publishes on a server in the same JVM, without a request: an event goes straight to the channel's home loop. */
public final class EmbeddedRealtimeService extends SigningRealtimeService implements Administration {
    private final Server server;
    private final App app;
    private final RealtimeSettings settings;

    private EmbeddedRealtimeService(Server server, App app, RealtimeSettings settings) {
        super(new AppSigner(app.key(), app.secrets().getFirst(), settings.masterKey()));
        this.server = server;
        this.app = app;
        this.settings = settings;
    }

    /** @throws RuntimeException if the server cannot be started; the message names the setting */
    static EmbeddedRealtimeService start(RealtimeSettings settings) {
        Server server = Server.start(EmbeddedConfig.of(settings));
        return new EmbeddedRealtimeService(
                server, server.node().apps().all().iterator().next(), settings);
    }

    /** The server that runs, for its address and its end; closed with the service. */
    public Server server() {
        return server;
    }

    private Node node() {
        return server.node();
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> publish(OutboundEvent event) {
        return asked(answer -> {
            List<Publication> publications = publications(event);
            node().publish(app, publications, states -> answer.accept(told(publications, states, event.info())));
        });
    }

    @Override
    public CompletionStage<Void> triggerBatch(List<OutboundEvent> events) {
        return asked(answer -> {
            List<Publication> publications = new ArrayList<>();
            events.forEach(event -> publications.addAll(publications(event)));
            if (publications.isEmpty()) {
                answer.accept(null);
            } else {
                node().publish(app, publications, states -> answer.accept(null));
            }
        });
    }

    /** Also what is refused is found out one by one; the others go to the loops in their order. */
    @Override
    public List<CompletionStage<Void>> publishEach(List<OutboundEvent> events) {
        return events.stream()
                .map(event -> (CompletionStage<Void>) publish(event).thenApply(info -> (Void) null))
                .toList();
    }

    private List<Publication> publications(OutboundEvent event) {
        String data = data(event, Math.min(settings.maxDataSize(), app.limits().eventDataSize()));
        if (node().isOverQuota(app)) {
            throw new RealtimeException(Kind.QUOTA, OverQuota.message(app));
        }
        String except = event.exceptSocketId();
        SocketId socketId = except == null ? null : Checked.socketId(except);
        return event.channels().stream()
                .map(Checked::channel)
                .map(channel -> new Publication(channel, EventFrame.of(event.name(), channel, data), socketId))
                .toList();
    }

    private static Map<String, ChannelInfo> told(
            List<Publication> publications, List<ChannelState> states, Set<Attribute> info) {
        Map<String, ChannelInfo> told = new LinkedHashMap<>();
        if (!info.isEmpty()) {
            for (int i = 0; i < states.size(); i++) {
                ChannelName channel = publications.get(i).channel();
                told.put(channel.value(), info(channel, states.get(i), info, null));
            }
        }
        return told;
    }

    private static ChannelInfo info(
            ChannelName channel, ChannelState state, Set<Attribute> asked, @Nullable Boolean occupied) {
        return new ChannelInfo(
                occupied,
                asked.contains(Attribute.USER_COUNT) && channel.isPresence() ? state.users() : null,
                asked.contains(Attribute.SUBSCRIPTION_COUNT) ? state.subscriptions() : null);
    }

    @Override
    public CompletionStage<Void> terminateConnections(String userId) {
        return asked(answer -> node().terminate(app, Checked.userId(userId), () -> answer.accept(null)));
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> channels(String prefix, Set<Attribute> info) {
        return asked(answer -> node().channels(app, prefix, states -> {
            Map<String, ChannelInfo> all = new LinkedHashMap<>();
            states.forEach((name, state) -> all.put(name, info(Checked.channel(name), state, info, null)));
            answer.accept(all);
        }));
    }

    @Override
    public CompletionStage<ChannelInfo> channel(String name, Set<Attribute> info) {
        return asked(answer -> {
            ChannelName channel = Checked.channel(name);
            node().channel(app, channel, state -> answer.accept(info(channel, state, info, state.occupied())));
        });
    }

    @Override
    public CompletionStage<List<String>> members(String presenceChannel) {
        return asked(answer -> node().members(app, Checked.channel(presenceChannel), answer));
    }

    @Override
    public CompletionStage<AppStanding> standing() {
        AppLimits limits = app.limits();
        AppUsage usage = node().usage(app);
        return CompletableFuture.completedFuture(new AppStanding(
                app.id(),
                Plan.nameOf(limits),
                new AppStanding.Limits(
                        limit(limits.messagesPerDay()), limit(limits.connections()), limit(limits.channels())),
                new AppStanding.Usage(
                        server.messagesToday(app), usage.connections(), usage.peakConnections(), usage.channels())));
    }

    private static @Nullable Integer limit(int limit) {
        return limit == AppLimits.UNLIMITED ? null : limit;
    }

    @Override
    public CompletionStage<Void> closeConnections(Collection<String> socketIds, boolean mayReturn) {
        return asked(answer -> node().terminate(
                        app,
                        socketIds.stream().map(Checked::socketId).collect(Collectors.toSet()),
                        mayReturn ? CloseCode.RIGHTS_CHANGED : CloseCode.TERMINATED,
                        () -> answer.accept(null)));
    }

    @Override
    public CompletionStage<List<WebhookDeadLetter>> webhookDeadLetters(String after) {
        return ofWebhooks(
                List.of(),
                (webhooks, answer) -> webhooks.deadLetters(
                        app.id(),
                        after,
                        PAGE,
                        letters -> answer.accept(letters.stream()
                                .map(letter -> new WebhookDeadLetter(
                                        letter.id(),
                                        letter.url(),
                                        letter.json(),
                                        letter.reason(),
                                        Instant.ofEpochMilli(letter.millis())))
                                .toList())));
    }

    /** Without ids all would be meant. */
    @Override
    public CompletionStage<Integer> replayWebhooks(Collection<String> ids) {
        return ids.isEmpty()
                ? CompletableFuture.completedFuture(0)
                : ofWebhooks(0, (webhooks, answer) -> webhooks.replay(app.id(), Set.copyOf(ids), answer));
    }

    @Override
    public CompletionStage<Integer> discardWebhooks(Collection<String> ids) {
        return ofWebhooks(0, (webhooks, answer) -> webhooks.discard(app.id(), Set.copyOf(ids), answer));
    }

    private <T> CompletionStage<T> ofWebhooks(T none, BiConsumer<Webhooks, Consumer<T>> question) {
        Webhooks webhooks = server.webhooks();
        return webhooks == null
                ? CompletableFuture.completedFuture(none)
                : asked(answer -> question.accept(webhooks, answer));
    }

    /** @param question throws what is wrong before anything is done */
    private static <T> CompletionStage<T> asked(Consumer<Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            question.accept(answer::complete);
        } catch (RealtimeException e) {
            answer.completeExceptionally(e);
        } catch (RejectedExecutionException e) { // its loops have ended
            answer.completeExceptionally(
                    new RealtimeException(Kind.UNREACHABLE, 0, "The embedded server has been closed", e));
        }
        return answer;
    }

    /** Where the server listens, unless clients are to connect elsewhere, as through a proxy. */
    @Override
    public ClientConfig getClientConfig() {
        RealtimeSettings.ClientAddress clients = settings.clients();
        String host = clients.host();
        return host == null
                ? new ClientConfig(
                        "embedded",
                        app.key(),
                        settings.cluster(),
                        server.address().getAddress().getHostAddress(),
                        server.port(),
                        null,
                        false,
                        clients.authEndpoint())
                : new ClientConfig(
                        "embedded",
                        app.key(),
                        settings.cluster(),
                        host,
                        clients.port(),
                        clients.port(),
                        clients.encrypted(),
                        clients.authEndpoint());
    }

    /** Asks all clients to come back elsewhere, and stops the server. */
    @Override
    public void close() {
        server.close();
    }
}
