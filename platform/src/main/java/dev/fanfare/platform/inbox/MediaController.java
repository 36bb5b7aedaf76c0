package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.inbox.MediaTable.Attached;
import dev.fanfare.platform.inbox.MediaTable.State;
import dev.fanfare.platform.web.Problem;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came along with texts, for the team alone. It comes from anybody: a browser shows it, and lets it do nothing. */
@RestController
class MediaController {
    private final MediaTable media;
    private final ContactMessageTable messages;
    private final TeamPolicy policy;

    MediaController(MediaTable media, ContactMessageTable messages, TeamPolicy policy) {
        this.media = media;
        this.messages = messages;
        this.policy = policy;
    }

    @GetMapping("/api/media/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        Attached attached = media.find(id);
        StoredMessage message = attached == null ? null : messages.find(attached.messageId());
        if (attached == null || message == null || attached.state() != State.KEPT) {
            throw Problem.notFound();
        }
        policy.visible(message.contactId(), user.id());
        MediaType type = MediaType.parseMediaType(attached.contentType());
        boolean isShown = type.getType().matches("image|audio|video");
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (isShown ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(attached.id())
                                .build()
                                .toString())
                .body(media.bytes(id));
    }
}
