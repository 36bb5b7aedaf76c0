package dev.fanfare.platform.carrier;

import com.twilio.security.RequestValidator;
import dev.fanfare.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what Twilio has sent from what anybody else may have: each webhook is signed with the account's token, over the address that
 * Twilio knows and all fields of a form, whatever they are called, or the digest of any other body. Compared in constant time.
 */
final class WebhookSignature {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSignature.class);
    private static final String HEADER = "X-Twilio-Signature";
    private static final String DIGEST = "bodySHA256=";
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final @Nullable RequestValidator validator;
    private final Supplier<String> base;
    private final boolean isEnforced;
    private final Clock clock;

    /** Until when no line is written: anybody may send what is not signed. */
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

    /**
     * @param account null if there is none: then nothing is from Twilio
     * @param base the address that Twilio knows us by, without a slash at its end
     */
    WebhookSignature(
            @Nullable TwilioAccount account, Supplier<String> base, TwilioSettings.Signatures signatures, Clock clock) {
        validator = account == null ? null : new RequestValidator(account.authToken());
        this.base = base;
        isEnforced = signatures == TwilioSettings.Signatures.ENFORCE;
        this.clock = clock;
    }

    /**
     * What a webhook says.
     *
     * @throws Problem 403 if its signature is not right, 400 if it cannot be read
     */
    WebhookForm checked(HttpServletRequest request, byte @Nullable [] bytes) {
        String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        String contentType = request.getContentType();
        WebhookForm form = WebhookForm.parse(body, contentType != null && contentType.contains("json"));
        if (validator == null) {
            throw refused();
        }
        if (!isRight(validator, request, body, form)) {
            report(request);
            if (isEnforced) {
                throw refused();
            }
        }
        return form;
    }

    private void report(HttpServletRequest request) {
        Instant now = clock.instant();
        Instant until = quietUntil.get();
        if (!now.isBefore(until) && quietUntil.compareAndSet(until, now.plus(QUIET))) {
            LOG.warn(
                    "The signature of a webhook to {} from {} is {}{}, others are not told of for a minute",
                    url(request),
                    request.getRemoteAddr(),
                    request.getHeader(HEADER) == null ? "missing" : "wrong",
                    isEnforced ? "" : ", which is only reported");
        }
    }

    private boolean isRight(RequestValidator signed, HttpServletRequest request, String body, WebhookForm form) {
        String signature = request.getHeader(HEADER);
        if (signature == null) {
            return false;
        }
        String query = request.getQueryString();
        try {
            return query != null && query.contains(DIGEST)
                    ? signed.validate(url(request), body, signature)
                    : signed.validate(url(request), form.fields(), signature);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String url(HttpServletRequest request) {
        String query = request.getQueryString();
        return base.get() + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Problem refused() {
        return Problem.forbidden("bad_signature", "The signature is not right");
    }
}
