package dev.fanfare.sdk.authorization;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says who may subscribe to what: nobody, unless a channel was declared and its policy says so. Safe to use from several threads.
 * Source: Pusher Channels documentation, "Authorizing users" and "User authentication".
 *
 * @param <U> the application's users
 */
public final class AuthorizationEndpoint<U> {
    static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final String SOCKET_ID = "socket_id";
    private static final String BATCH = "batch";
    private static final String SIGN_IN = "sign-in";

    private final RealtimeService service;
    private final Registry<U> registry;
    private final Function<U, SignedInUser> signedIn;
    private final Function<U, String> ids;
    private final AuthorizationObserver observer;

    /** @param signedIn who a user is to the server, at sign-in; is asked for their id at each decision, too */
    public AuthorizationEndpoint(RealtimeService service, Registry<U> registry, Function<U, SignedInUser> signedIn) {
        this(service, registry, user -> signedIn.apply(user).id(), signedIn, AuthorizationObserver.logging());
    }

    /**
     * The same, which tells somebody of its decisions instead of writing them to the log.
     *
     * @param ids of users, where all that {@code signedIn} finds out would take too long for each decision
     */
    public AuthorizationEndpoint(
            RealtimeService service,
            Registry<U> registry,
            Function<U, String> ids,
            Function<U, SignedInUser> signedIn,
            AuthorizationObserver observer) {
        this.ids = ids;
        this.observer = observer;
        this.service = service;
        this.registry = registry;
        this.signedIn = signedIn;
    }

    /**
     * Answers a request to subscribe.
     *
     * @param body of the request, as it came
     * @param user who asks, null if nobody is signed in to the application
     * @throws RealtimeException if the application shows a member that cannot be one
     */
    public AuthorizationAnswer authorize(byte[] body, @Nullable U user) {
        String socketId;
        ChannelName channel;
        try {
            AuthorizationRequest request = AuthorizationRequest.parse(body);
            socketId = Checked.socketId(request.required(SOCKET_ID)).toString();
            channel = Checked.channel(request.channel());
        } catch (RealtimeException e) {
            return told(user, null, malformed(e));
        }
        if (user == null) {
            return told(null, channel.value(), nobody(channel.value()));
        }
        observer.asked(ids.apply(user), socketId);
        return told(user, channel.value(), decide(socketId, channel, user));
    }

    private AuthorizationAnswer told(@Nullable U user, @Nullable String channel, AuthorizationAnswer answer) {
        observer.decided(user == null ? null : ids.apply(user), channel, answer);
        return answer;
    }

    private AuthorizationAnswer decide(String socketId, ChannelName channel, U user) {
        Registry.Match<U> match = registry.find(channel);
        Policy<U> policy = match == null ? null : match.channel().policy();
        if (match == null || policy == null) {
            return refused(FORBIDDEN, "Unauthorized channel", channel.value(), "no such channel needs authorization");
        }
        String rule = match.channel().pattern().toString();
        Decision decision = policy.decide(user, match.id());
        if (!decision.allowed()) {
            return refused(FORBIDDEN, "Access denied", rule, decision.reason());
        }
        Function<U, Member> member = match.channel().member();
        String signed = service.authorizeChannel(
                socketId, channel.value(), channel.isPresence() && member != null ? member.apply(user) : null);
        return new AuthorizationAnswer(OK, signed, rule, decision.reason());
    }

    /**
     * Answers a request to subscribe to several channels, each for itself: the body has under each channel's name a {@code status}
     * and as {@code data} what {@link #authorize} would have answered.
     *
     * @return the whole answer first, 200 unless the request is malformed or nobody is signed in; then the channels' in order
     * @throws RealtimeException if the application shows a member that cannot be one
     */
    public List<AuthorizationAnswer> authorizeBatch(byte[] body, @Nullable U user) {
        AuthorizationRequest request;
        String socketId;
        List<String> channels;
        try {
            request = AuthorizationRequest.parse(body);
            socketId = Checked.socketId(request.required(SOCKET_ID)).toString();
            channels = request.channels();
        } catch (RealtimeException e) {
            return List.of(told(user, null, malformed(e)));
        }
        if (user == null) {
            return List.of(told(null, null, nobody(BATCH)));
        }
        observer.asked(ids.apply(user), socketId);
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        List<AuthorizationAnswer> answers = new ArrayList<>();
        for (String channel : channels) {
            AuthorizationAnswer answer = decide(socketId, channel, user);
            answers.add(told(user, answer.status() == BAD_REQUEST ? null : channel, answer));
            whole.putObject(channel)
                    .put("status", answer.status())
                    .set("data", JsonMapper.shared().readTree(answer.body()));
        }
        answers.addFirst(new AuthorizationAnswer(OK, Payload.json(whole), BATCH, channels.size() + " channels"));
        return answers;
    }

    private AuthorizationAnswer decide(String socketId, String channel, U user) {
        try {
            return decide(socketId, Checked.channel(channel), user);
        } catch (RealtimeException e) {
            if (e.kind() == RealtimeException.Kind.INVALID_CHANNEL) {
                return malformed(e);
            }
            throw e;
        }
    }

    /**
     * Closes the connections of a user who has lost a right. Whoever comes back is authorized anew. Call it after the transaction
     * that took the right has committed. Reaches connections that are signed in.
     */
    public CompletionStage<Void> revoke(U user) {
        return service.terminateConnections(signedIn.apply(user).id());
    }

    /** Answers a request to sign in; as {@link #authorize}. */
    public AuthorizationAnswer authenticate(byte[] body, @Nullable U user) {
        String socketId;
        try {
            socketId = Checked.socketId(AuthorizationRequest.parse(body).required(SOCKET_ID))
                    .toString();
        } catch (RealtimeException e) {
            return told(user, null, malformed(e));
        }
        if (user == null) {
            return told(null, null, nobody(SIGN_IN));
        }
        observer.asked(ids.apply(user), socketId);
        String signed = service.authenticateUser(socketId, signedIn.apply(user));
        return told(user, null, new AuthorizationAnswer(OK, signed, SIGN_IN, "signed in"));
    }

    private static AuthorizationAnswer malformed(RealtimeException problem) {
        return refused(BAD_REQUEST, String.valueOf(problem.getMessage()), "request", "malformed");
    }

    private static AuthorizationAnswer nobody(String rule) {
        return refused(UNAUTHENTICATED, "Unauthorized", rule, "nobody is signed in");
    }

    private static AuthorizationAnswer refused(int status, String error, String rule, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        return new AuthorizationAnswer(status, Payload.json(body), rule, reason);
    }
}
