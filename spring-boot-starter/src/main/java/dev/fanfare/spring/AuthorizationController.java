package dev.fanfare.spring;

import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.authorization.AuthorizationAnswer;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers clients that want to subscribe or to sign in, and browsers that ask where to connect. */
@RestController
class AuthorizationController {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationController.class);

    private final AuthorizationEndpoint<Principal> endpoint;
    private final RealtimeService service;

    AuthorizationController(AuthorizationEndpoint<Principal> endpoint, RealtimeService service) {
        this.endpoint = endpoint;
        this.service = service;
    }

    @PostMapping({"/api/pusher/auth", "/pusher/auth"})
    ResponseEntity<String> authorize(@RequestBody(required = false) byte @Nullable [] body, @Nullable Principal user) {
        return answered(endpoint.authorize(body == null ? new byte[0] : body, user), user);
    }

    @PostMapping({"/api/pusher/user-auth", "/pusher/user-auth"})
    ResponseEntity<String> authenticate(
            @RequestBody(required = false) byte @Nullable [] body, @Nullable Principal user) {
        return answered(endpoint.authenticate(body == null ? new byte[0] : body, user), user);
    }

    @GetMapping("/api/realtime/config")
    ClientConfig config() {
        return service.getClientConfig();
    }

    private static ResponseEntity<String> answered(AuthorizationAnswer answer, @Nullable Principal user) {
        LOG.debug(
                "{} for {} by {}: {}",
                answer.status(),
                user == null ? "nobody" : user.getName(),
                answer.rule(),
                answer.reason());
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }
}
