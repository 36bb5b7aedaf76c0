package dev.fanfare.spring;

import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.authorization.AuthorizationAnswer;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers clients that want to subscribe or to sign in, and browsers that ask where to connect. */
@RestController
class AuthorizationController<U> {
    private final AuthorizationEndpoint<U> endpoint;
    private final UserLookup<U> users;
    private final RealtimeService service;
    private final @Nullable String clientProvider;

    /** @param clientProvider what clients are to connect with, null for what the service says */
    AuthorizationController(
            AuthorizationEndpoint<U> endpoint,
            UserLookup<U> users,
            RealtimeService service,
            @Nullable String clientProvider) {
        this.endpoint = endpoint;
        this.users = users;
        this.service = service;
        this.clientProvider = clientProvider;
    }

    @PostMapping({"/api/pusher/auth", "/pusher/auth"})
    ResponseEntity<String> authorize(@RequestBody(required = false) byte @Nullable [] body, @Nullable Principal user) {
        return answered(endpoint.authorize(bytes(body), known(user)));
    }

    @PostMapping({"/api/pusher/auth/batch", "/pusher/auth/batch"})
    ResponseEntity<String> authorizeBatch(
            @RequestBody(required = false) byte @Nullable [] body, @Nullable Principal user) {
        return answered(endpoint.authorizeBatch(bytes(body), known(user)).getFirst());
    }

    @PostMapping({"/api/pusher/user-auth", "/pusher/user-auth"})
    ResponseEntity<String> authenticate(
            @RequestBody(required = false) byte @Nullable [] body, @Nullable Principal user) {
        return answered(endpoint.authenticate(bytes(body), known(user)));
    }

    @GetMapping("/api/realtime/config")
    ClientConfig config() {
        ClientConfig config = service.getClientConfig();
        return clientProvider == null ? config : config.withProvider(clientProvider);
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    private @Nullable U known(@Nullable Principal user) {
        return user == null ? null : users.user(user);
    }

    private static ResponseEntity<String> answered(AuthorizationAnswer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }
}
