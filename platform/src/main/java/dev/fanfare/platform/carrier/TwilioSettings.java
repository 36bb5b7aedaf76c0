package dev.fanfare.platform.carrier;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Twilio is reached: {@code platform.twilio.*}. The account itself comes from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
 *
 * @param baseUrl where its API is
 * @param mediaHosts where its API may send us for what came along with a text, without our token
 * @param signatures what happens to a webhook whose signature is wrong
 * @param local whether to start a carrier of our own while there is no account; null for what {@code platform.demo} says
 * @param localDelay how long that one takes for each step
 */
@ConfigurationProperties("platform.twilio")
record TwilioSettings(
        @DefaultValue("https://api.twilio.com") URI baseUrl,

        @DefaultValue({"mms.twiliocdn.com", "media.twiliocdn.com", "s3-external-1.amazonaws.com"})
        List<String> mediaHosts,

        @DefaultValue("enforce") Signatures signatures,
        @Nullable Boolean local,
        @DefaultValue("PT0.4S") Duration localDelay) {
    /** @throws IllegalArgumentException naming the setting that makes no sense */
    TwilioSettings {
        if (baseUrl.getHost() == null || !"https".equals(baseUrl.getScheme()) && !"http".equals(baseUrl.getScheme())) {
            throw new IllegalArgumentException(
                    "platform.twilio.base-url is `" + baseUrl + "`, expected such as https://api.twilio.com");
        }
    }

    /** What is done about signatures. */
    enum Signatures {
        /** A wrong one is refused. */
        ENFORCE,
        /** A wrong one is written to the log, for a first day behind a new proxy. */
        REPORT
    }
}
