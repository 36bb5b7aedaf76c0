package dev.fanfare.platform.admin;

import dev.fanfare.sdk.bus.EventBus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one module has told others, and they could not do anything with. Of this instance only. */
@RestController
@RequestMapping("/api/admin/event-bus")
class BusLetterController extends DeadLetterController {
    private final EventBus bus;

    BusLetterController(Actions actions, EventBus bus) {
        super(actions, "event-bus");
        this.bus = bus;
    }

    @Override
    Standing standing() {
        return new Standing(
                null,
                null,
                bus.deadLetters().stream()
                        .limit(MOST)
                        .map(letter -> new Letter(
                                Long.toString(letter.number()),
                                null,
                                letter.event().type(),
                                letter.error(),
                                null,
                                letter.event().timestamp()))
                        .toList());
    }

    @Override
    boolean replay(String id) {
        return bus.replay(number(id));
    }

    @Override
    boolean discard(String id) {
        return bus.discard(number(id));
    }
}
