package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.CarriedText;
import dev.fanfare.platform.carrier.Carrier;
import dev.fanfare.platform.carrier.SendOutcome;
import dev.fanfare.platform.inbox.NextSteps.Step;
import dev.fanfare.platform.work.Due;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hands messages over to the carrier, several at a time, those to one contact one after the other. What is to be done stands in the
 * database alone: who starts again goes on where the last one ended.
 */
@Component
class SendQueue implements Due, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SendQueue.class);
    private static final int HANDS = 4;

    private final ContactMessageTable messages;
    private final NextSteps steps;
    private final Deliveries deliveries;
    private final Carrier carrier;
    private final Desk desk;
    private final Semaphore free = new Semaphore(HANDS);
    private final ExecutorService hands = Executors.newFixedThreadPool(
            HANDS, Thread.ofPlatform().name("fanfare-texts-", 1).daemon().factory());

    SendQueue(ContactMessageTable messages, NextSteps steps, Deliveries deliveries, Carrier carrier, Desk desk) {
        this.messages = messages;
        this.steps = steps;
        this.deliveries = deliveries;
        this.carrier = carrier;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public List<String> due(Instant now) {
        return messages.due(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return messages.nextDue();
    }

    /** Returns when it has begun. */
    @Override
    public void goOn(String id) {
        free.acquireUninterruptibly();
        boolean isBegun = false;
        try {
            Step step = desk.ledger()
                    .change(() -> Optional.ofNullable(steps.next(id)))
                    .orElse(null);
            if (step != null) {
                hands.execute(() -> {
                    try {
                        take(step);
                    } finally {
                        free.release();
                    }
                });
                isBegun = true;
            }
        } finally {
            if (!isBegun) {
                free.release();
            }
        }
    }

    /** If this fails, the step's time runs out, and the next one asks the carrier. */
    private void take(Step step) {
        try {
            switch (step) {
                case Step.Send send -> {
                    SendOutcome outcome = carrier.send(send.text());
                    desk.ledger().change(() -> deliveries.settle(send.message(), outcome));
                }
                case Step.Ask ask -> {
                    Optional<List<CarriedText>> found = sent(ask);
                    desk.ledger().change(() -> deliveries.asked(ask.message(), found.orElse(null)));
                }
                case Step.Look look -> {
                    CarriedText text = carrier.find(look.externalId());
                    if (text != null) {
                        desk.ledger().change(() -> deliveries.looked(look.message(), text));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("A step of a text has failed", e);
        }
    }

    private Optional<List<CarriedText>> sent(Step.Ask ask) {
        try {
            StoredMessage message = ask.message();
            List<CarriedText> found = new ArrayList<>();
            for (String number : ask.to()) {
                found.addAll(carrier.sent(message.medium(), message.line(), number, ask.since()));
            }
            return Optional.of(found);
        } catch (IOException e) {
            LOG.warn("The carrier cannot be asked for message {}", ask.message().id(), e);
            return Optional.empty();
        }
    }

    /** Lets what is on its way come to its end. */
    @Override
    public void destroy() throws InterruptedException {
        hands.shutdown();
        if (!hands.awaitTermination(Carrier.LONGEST_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The carrier has not answered in time; it is asked after the next start");
        }
    }
}
