package dev.fanfare.platform.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What time it is here, for countdowns in browsers whose clocks are wrong. */
@RestController
class TimeController {
    private final Clock clock;

    TimeController(Clock clock) {
        this.clock = clock;
    }

    record Time(Instant now) {}

    @GetMapping("/api/time")
    Time now() {
        return new Time(clock.instant());
    }
}
