package dev.fanfare.platform.carrier;

import com.twilio.http.TwilioRestClient;
import dev.fanfare.platform.web.Ids;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Twilio if there is an account, a carrier of our own if we may, or none. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {
    static final String SID = "TWILIO_ACCOUNT_SID";
    static final String TOKEN = "TWILIO_AUTH_TOKEN";
    private static final Logger LOG = LoggerFactory.getLogger(CarrierConfiguration.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(Carrier.LONGEST_SECONDS - 5L);

    /** The account, if there is one. */
    record Access(@Nullable TwilioAccount account) {}

    /** The local carrier and what it takes to sign in to it. */
    record Local(TwilioAccount account, LocalCarrier carrier) implements AutoCloseable {
        @Override
        public void close() {
            carrier.close();
        }
    }

    @Bean
    @Conditional(NoAccount.class)
    Local localAccount(WebhookAddress address, TwilioSettings settings, Clock clock) {
        String sid = "AC" + Ids.next();
        String token = Ids.next();
        LocalCarrier carrier = LocalCarrier.start(sid, token, target(address), clock, settings.localDelay());
        LOG.info("There is no {}: texts go to a carrier that reaches nobody", SID);
        return new Local(new TwilioAccount(sid, token, carrier.address()), carrier);
    }

    private static LocalCarrier.WebhookTarget target(WebhookAddress address) {
        return new LocalCarrier.WebhookTarget() {
            @Override
            public String publicBase() {
                return address.base();
            }

            @Override
            public String localBase() {
                return address.local();
            }
        };
    }

    /** For those who want to write to us. */
    @Bean(destroyMethod = "")
    @Conditional(NoAccount.class)
    LocalCarrier localCarrier(Local local) {
        return local.carrier();
    }

    @Bean
    Access carrierAccess(Environment environment, TwilioSettings settings, ObjectProvider<Local> local) {
        String sid = NoAccount.value(environment, SID);
        String token = NoAccount.value(environment, TOKEN);
        if (sid.isEmpty() != token.isEmpty()) {
            throw new IllegalStateException("Only one of " + SID + " and " + TOKEN + " is set, expected both or none");
        }
        if (!sid.isEmpty()) {
            return new Access(new TwilioAccount(sid, token, settings.baseUrl()));
        }
        Local own = local.getIfAvailable();
        return new Access(own == null ? null : own.account());
    }

    @Bean
    WebhookSignature webhookSignature(Access access, WebhookAddress address, TwilioSettings settings, Clock clock) {
        return new WebhookSignature(access.account(), address::base, settings.signatures(), clock);
    }

    @Bean
    Carrier carrier(Access access, WebhookAddress address, TwilioSettings settings) {
        TwilioAccount account = access.account();
        if (account == null) {
            return new NoCarrier();
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        BoundedHttp http = new BoundedHttp(client, TIMEOUT);
        TwilioRestClient twilio = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new TwilioTransport(http, account.baseUrl()))
                .build();
        return new TwilioCarrier(twilio, new TwilioMedia(http, account, settings.mediaHosts()), address::statuses);
    }
}
