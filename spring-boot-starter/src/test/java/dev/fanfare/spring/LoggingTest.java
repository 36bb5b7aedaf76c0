package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeObserver;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.authorization.AuthorizationAnswer;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.sdk.authorization.AuthorizationObserver;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
    @Test
    void aDenialIsALineOfJsonThatNamesUserChannelRuleAndReason() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger(AuthorizationEndpoint.class);
        logger.addAppender(lines);
        try {
            AuthorizationObserver.logging()
                    .decided(
                            "bob",
                            "private-tenant-org_999",
                            new AuthorizationAnswer(403, "{}", "private-tenant-{tenantId}", "no member"));
            AuthorizationObserver.logging()
                    .decided("bob", "private-user-bob", new AuthorizationAnswer(200, "{}", "rule", "own channel"));
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list).first().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage())
                    .isEqualTo(
                            "Authorization {\"user\":\"bob\",\"channel\":\"private-tenant-org_999\",\"decision\":\"deny\","
                                    + "\"status\":403,\"rule\":\"private-tenant-{tenantId}\",\"reason\":\"no member\"}");
        });
        assertThat(lines.list.stream().skip(1))
                .allSatisfy(line -> assertThat(line.getLevel()).isEqualTo(Level.DEBUG));
    }

    @Test
    void whatTheSdkLogsArrivesInSlf4jWithoutADetour() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger(RealtimeService.class);
        logger.addAppender(lines);
        try {
            RealtimeException failure = new RealtimeException(RealtimeException.Kind.QUOTA, "used up");
            RealtimeObserver.logging().completed("publish", "news", 1, Duration.ofMillis(7), failure);
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(System.LoggerFinder.getLoggerFinder().getClass().getName()).startsWith("org.slf4j.");
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("publish on news failed after 7 ms: QUOTA used up");
    }
}
