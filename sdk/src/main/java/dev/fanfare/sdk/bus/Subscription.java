package dev.fanfare.sdk.bus;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Events of one type on their way to one handler. Closing it drops those that wait. Safe to use from several threads. */
public final class Subscription implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EventBus.class.getName());

    private final String type;
    private final EventHandler handler;
    private final BusSettings settings;
    private final LongSupplier numbers;
    private final Consumer<Subscription> onEnd;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<DomainEvent> waiting = new ArrayDeque<>();
    private final Deque<DeadLetter> dead = new ArrayDeque<>();
    private boolean closing;

    /** @param numbers of dead letters */
    Subscription(
            String type,
            EventHandler handler,
            BusSettings settings,
            LongSupplier numbers,
            Consumer<Subscription> onEnd) {
        this.type = type;
        this.handler = handler;
        this.settings = settings;
        this.numbers = numbers;
        this.onEnd = onEnd;
        thread = Thread.ofVirtual().name("fanfare-bus-" + type).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    public String type() {
        return type;
    }

    void offer(DomainEvent event) {
        lock.lock();
        try {
            if (closing) {
                return;
            }
            if (waiting.size() >= settings.queueSize()) {
                bury(event, "More than " + settings.queueSize() + " events wait");
                return;
            }
            waiting.add(event);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (DomainEvent event = next(); event != null; event = next()) {
            handle(event);
        }
    }

    private @Nullable DomainEvent next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    private void handle(DomainEvent event) {
        long pause = settings.firstRetry().toNanos();
        for (int left = settings.retries(); ; left--, pause *= 2) {
            try {
                handler.handle(event);
                return;
            } catch (Exception | Error e) { // neither may end the thread, for then nothing would be handled any more
                if (left == 0 || !mayRetryAfter(pause)) {
                    LOG.log(Level.WARNING, "Event " + event.type() + " " + event.id() + " was given up", e);
                    bury(event, e.toString());
                    return;
                }
                LOG.log(Level.DEBUG, "Event " + event.type() + " " + event.id() + " is tried again", e);
            }
        }
    }

    /** False if the subscription ends meanwhile. */
    private boolean mayRetryAfter(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void bury(DomainEvent event, String error) {
        lock.lock();
        try {
            dead.add(new DeadLetter(numbers.getAsLong(), event, error));
            if (dead.size() > settings.deadSize()) {
                dead.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was given up, the oldest first. */
    public List<DeadLetter> deadLetters() {
        lock.lock();
        try {
            return new ArrayList<>(dead);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts what was given up behind what waits.
     *
     * @param number of a {@link DeadLetter}
     * @return false if there is none such
     */
    public boolean replay(long number) {
        lock.lock();
        try {
            DeadLetter found = dead.stream()
                    .filter(event -> event.number() == number)
                    .findFirst()
                    .orElse(null);
            if (found == null || closing) {
                return false;
            }
            dead.remove(found);
            offer(found.event());
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets what was given up.
     *
     * @param number of a {@link DeadLetter}
     * @return false if there is none such
     */
    public boolean discard(long number) {
        lock.lock();
        try {
            return dead.removeIf(event -> event.number() == number);
        } finally {
            lock.unlock();
        }
    }

    /** Handles what waits, and ends. Called by anybody but the handler. */
    void drain() {
        end(false);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once; an event that is being handled is handled to its end. */
    @Override
    public void close() {
        end(true);
    }

    private void end(boolean dropsWaiting) {
        onEnd.accept(this);
        lock.lock();
        try {
            closing = true;
            if (dropsWaiting) {
                waiting.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
