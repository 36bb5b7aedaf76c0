package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.webhook.WebhookEvent;
import dev.fanfare.sdk.webhook.WebhookReceiver;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes webhooks and publishes each of their events to the application's listeners, on the request's thread and in order. If a
 * listener fails the answer is 500, and the server sends the whole webhook again.
 */
@RestController
class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

    private final WebhookReceiver receiver;
    private final ApplicationEventPublisher listeners;

    WebhookController(WebhookReceiver receiver, ApplicationEventPublisher listeners) {
        this.receiver = receiver;
        this.listeners = listeners;
    }

    @PostMapping("${fanfare.webhook-path:/api/pusher/webhook}")
    ResponseEntity<Void> receive(
            @RequestHeader(name = "X-Pusher-Key", required = false) @Nullable String key,
            @RequestHeader(name = "X-Pusher-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        List<WebhookEvent> events;
        try {
            events = receiver.receive(key, signature, body == null ? new byte[0] : body);
        } catch (RealtimeException e) {
            HttpStatus status = e.kind() == Kind.UNAUTHORIZED ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
            LOG.debug("A webhook is answered with {}: {}", status.value(), e.getMessage());
            return ResponseEntity.status(status).build();
        }
        events.forEach(listeners::publishEvent);
        return ResponseEntity.ok().build();
    }
}
