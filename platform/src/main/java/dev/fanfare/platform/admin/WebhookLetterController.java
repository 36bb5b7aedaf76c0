package dev.fanfare.platform.admin;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.administration.Administration;
import dev.fanfare.sdk.administration.WebhookDeadLetter;
import java.util.List;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the realtime server has to tell back ends, and could not. */
@RestController
@RequestMapping("/api/admin/webhooks")
class WebhookLetterController extends DeadLetterController {
    private final RealtimeService realtime;

    WebhookLetterController(Actions actions, RealtimeService realtime) {
        super(actions, "webhooks");
        this.realtime = realtime;
    }

    private Administration server() {
        try {
            return realtime.unwrap(Administration.class);
        } catch (IllegalArgumentException e) {
            throw Problem.unavailable("server_unavailable", "There is no realtime server");
        }
    }

    @Override
    Standing standing() {
        return new Standing(
                null,
                null,
                ServerAnswers.get(server().webhookDeadLetters("")).stream()
                        .map(WebhookLetterController::letter)
                        .toList());
    }

    private static Letter letter(WebhookDeadLetter letter) {
        JsonNode event = JsonMapper.shared().readTree(letter.event());
        JsonNode channel = event.path("channel");
        return new Letter(
                letter.id(),
                channel.isString() ? channel.asString() : null,
                event.path("name").asString(""),
                letter.error(),
                null,
                letter.at());
    }

    @Override
    boolean replay(String id) {
        return ServerAnswers.get(server().replayWebhooks(List.of(one(id)))) > 0;
    }

    @Override
    boolean discard(String id) {
        return ServerAnswers.get(server().discardWebhooks(List.of(one(id)))) > 0;
    }

    /** Not several: the server takes commas for that. */
    private static String one(String id) {
        if (id.contains(",")) {
            throw Problem.notFound();
        }
        return id;
    }
}
