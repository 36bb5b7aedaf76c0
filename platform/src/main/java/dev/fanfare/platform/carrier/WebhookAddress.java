package dev.fanfare.platform.carrier;

import dev.fanfare.platform.web.Exposure;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the carrier finds us: at {@code platform.public-url}, never at what a request says of itself, which a proxy may have changed
 * and anybody can write.
 */
@Component
class WebhookAddress {
    private final Exposure exposure;
    private final Environment environment;

    WebhookAddress(Exposure exposure, Environment environment) {
        this.exposure = exposure;
        this.environment = environment;
    }

    /** What signatures are made over, without a slash at its end. */
    String base() {
        String url = exposure.publicUrl();
        return url == null ? local() : url;
    }

    /** Where we listen ourselves. Known once we do. */
    String local() {
        String bound = environment.getProperty("server.address", "127.0.0.1");
        String host = bound.equals("0.0.0.0") || bound.equals("::") ? "127.0.0.1" : bound;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + environment.getProperty("local.server.port", "8080");
    }

    /** @param reference of the text that is reported on */
    URI statuses(String reference) {
        return URI.create(base() + TwilioWebhookController.PATH + "/status?" + TwilioWebhookController.REFERENCE + "="
                + reference);
    }
}
