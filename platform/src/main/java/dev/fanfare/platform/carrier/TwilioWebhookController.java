package dev.fanfare.platform.carrier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Twilio reports. Answered once it is kept, long before Twilio gives up waiting; what takes longer is done afterwards. */
@RestController
@RequestMapping(TwilioWebhookController.PATH)
class TwilioWebhookController {
    static final String PATH = "/api/webhooks/twilio";
    static final String REFERENCE = "reference";

    /** There is no answer by text. */
    private static final String NOTHING = "<Response></Response>";

    private final WebhookSignature signature;
    private final CarrierListener listener;

    TwilioWebhookController(WebhookSignature signature, CarrierListener listener) {
        this.signature = signature;
        this.listener = listener;
    }

    @PostMapping
    ResponseEntity<String> text(@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        listener.received(signature.checked(request, body).text());
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING);
    }

    @PostMapping("/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        StatusReport report = signature.checked(request, body).report(reference(request.getQueryString()));
        if (report != null) {
            listener.reported(report);
        }
    }

    /** From the query alone: what is in the form is Twilio's. */
    private static @Nullable String reference(@Nullable String query) {
        if (query != null) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(REFERENCE + "=")) {
                    return pair.substring(REFERENCE.length() + 1);
                }
            }
        }
        return null;
    }
}
