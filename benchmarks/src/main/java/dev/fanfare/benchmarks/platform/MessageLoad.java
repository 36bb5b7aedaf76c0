package dev.fanfare.benchmarks.platform;

import dev.fanfare.benchmarks.load.CpuUse;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Two users who write to each other at a fixed rate, in one conversation, and each read once a second. A message has a time it is
 * due, whether a sender is free or not, and its latency counts from then.
 */
final class MessageLoad {
    private static final long LONGEST_NANOS = 600_000_000_000L;
    private static final long DRAIN_NANOS = 15_000_000_000L;
    private static final long POLL_NANOS = 5_000_000L;
    private static final Pattern NUMBER = Pattern.compile("#([0-9]+) ");

    private final Plan plan;
    private final String conversation;
    private final List<PlatformApi> users;
    private final long start = System.nanoTime() + POLL_NANOS;
    private final int total;
    private final AtomicInteger next = new AtomicInteger();
    /** By a message's number, 0 for never. */
    private final AtomicLongArray answered;

    private final AtomicLongArray heard;
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Threads end behind the last reading: an ended thread takes its CPU time with it. */
    private final CountDownLatch read = new CountDownLatch(1);

    /** @param senders threads that wait for answers */
    record Plan(double perSecond, double warmupSeconds, double seconds, int senders, int size) {}

    private MessageLoad(Plan plan, String conversation, List<PlatformApi> users) {
        this.plan = plan;
        this.conversation = conversation;
        this.users = users;
        total = (int) (plan.perSecond * (plan.warmupSeconds + plan.seconds));
        answered = new AtomicLongArray(total);
        heard = new AtomicLongArray(total);
    }

    /**
     * Sends, and returns when all messages are heard.
     *
     * @param server the platform's process
     * @throws LoadFailure if a message is refused, lost, or heard twice
     */
    static MessageWindow run(Plan plan, String conversation, List<PlatformApi> users, long server) {
        MessageLoad load = new MessageLoad(plan, conversation, users);
        try (Hearer _ = Hearer.of(users.getLast(), conversation, load::heard)) {
            return load.run(server);
        }
    }

    private void heard(String frame, long nanos) {
        Matcher number = NUMBER.matcher(frame);
        if (number.find() && !heard.compareAndSet(Integer.parseInt(number.group(1)), 0, nanos)) {
            twice.incrementAndGet();
        }
    }

    private MessageWindow run(long server) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < plan.senders; i++) {
            threads.add(Thread.ofPlatform().name("sender-" + i).start(() -> attempt(this::send)));
        }
        threads.add(Thread.ofPlatform().name("reader").start(() -> attempt(this::read)));
        long from = start + (long) (plan.warmupSeconds * 1e9);
        Waiting.until(from);
        CpuUse.Moment first = CpuUse.Moment.now(server);
        Waiting.until(from + (long) (plan.seconds * 1e9));
        CpuUse use = CpuUse.Moment.now(server).since(first);
        drain();
        read.countDown();
        threads.forEach(Waiting::join);
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return window(use);
    }

    private MessageWindow window(CpuUse use) {
        Histogram delivery = new Histogram(LONGEST_NANOS, 3);
        Histogram answer = new Histogram(LONGEST_NANOS, 3);
        for (int number = (int) (plan.perSecond * plan.warmupSeconds); number < total; number++) {
            if (heard.get(number) == 0) {
                throw new LoadFailure("Of " + total + " messages, " + missing(answered) + " have no answer and "
                        + missing(heard) + " were not heard, message " + number + " first");
            }
            delivery.recordValue(heard.get(number) - due(number));
            answer.recordValue(answered.get(number) - due(number));
        }
        if (twice.get() > 0) {
            throw new LoadFailure(twice + " messages were heard twice");
        }
        return new MessageWindow(plan, use, delivery, answer);
    }

    private static long missing(AtomicLongArray times) {
        return IntStream.range(0, times.length())
                .filter(number -> times.get(number) == 0)
                .count();
    }

    private long due(int number) {
        return start + (long) (number * 1e9 / plan.perSecond);
    }

    /** Returns when all messages have an answer and are heard, or after a while. */
    private void drain() {
        long end = System.nanoTime() + DRAIN_NANOS;
        for (int number = 0; number < total && failure.get() == null; number++) {
            while ((heard.get(number) == 0 || answered.get(number) == 0)
                    && System.nanoTime() < end
                    && failure.get() == null) {
                Waiting.until(System.nanoTime() + POLL_NANOS);
            }
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void attempt(Work work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (InterruptedException e) {
            failure.compareAndSet(null, new LoadFailure("Interrupted"));
        }
    }

    private void send() throws InterruptedException {
        String path = "/api/conversations/" + conversation + "/messages";
        String filling = "x".repeat(plan.size);
        for (int number = next.getAndIncrement();
                number < total && failure.get() == null;
                number = next.getAndIncrement()) {
            Waiting.until(due(number));
            users.get(number % users.size()).post(path, "{\"text\":\"#" + number + " " + filling + "\"}");
            answered.set(number, System.nanoTime());
        }
        read.await();
    }

    private void read() throws InterruptedException {
        String path = "/api/conversations/" + conversation + "/read";
        for (long at = start; read.getCount() > 0 && failure.get() == null; at += 1_000_000_000L) {
            Waiting.until(at);
            users.forEach(user -> user.post(path, "{}"));
        }
        read.await();
    }
}
