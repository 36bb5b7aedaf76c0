package dev.fanfare.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CloseCodeTest {
    @ParameterizedTest
    @EnumSource
    void theRangeSaysWhatClientsDo(CloseCode code) {
        ReconnectAdvice advice = switch (code.code() / 100) {
            case 40 -> ReconnectAdvice.NEVER;
            case 42 -> ReconnectAdvice.IMMEDIATELY;
            default -> ReconnectAdvice.AFTER_BACKOFF;
        };

        assertThat(code.advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @EnumSource
    void noCodeStopsClientsForGoodByMistake(CloseCode code) {
        // pusher-js takes everything from 4300 on as a refusal.
        assertThat(code.code()).isBetween(1000, 4299);
    }

    @ParameterizedTest
    @EnumSource
    void theReasonFitsIntoACloseFrame(CloseCode code) {
        assertThat(code.reason().getBytes(UTF_8)).hasSizeBetween(1, 123);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_REQUIRED, 4000",
        "UNKNOWN_APP, 4001",
        "APP_DISABLED, 4003",
        "CONNECTION_QUOTA, 4004",
        "PATH_NOT_FOUND, 4005",
        "INVALID_VERSION, 4006",
        "UNSUPPORTED_VERSION, 4007",
        "UNAUTHORIZED_IN_TIME, 4009",
        "ORIGIN_NOT_ALLOWED, 4009",
        "TERMINATED, 4009",
        "OVER_CAPACITY, 4100",
        "SLOW_CONSUMER, 4100",
        "SHUTTING_DOWN, 4200",
        "RIGHTS_CHANGED, 4200",
        "PONG_TIMEOUT, 4201",
        "INVALID_UTF8, 1007",
        "TOO_LARGE, 1009"
    })
    void causesHaveTheCodesOfTheProtocol(CloseCode cause, int code) {
        assertThat(cause.code()).isEqualTo(code);
    }
}
