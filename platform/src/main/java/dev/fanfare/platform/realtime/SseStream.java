package dev.fanfare.platform.realtime;

import dev.fanfare.platform.web.Problem;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client that follows the log, on a virtual thread of its own until it goes. Rights are looked at again with each heartbeat, and
 * whenever some have changed, so that who has lost one hears no more.
 */
final class SseStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SseStream.class);
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SAFETY_NET = Duration.ofSeconds(1); // other instances raise no signal here

    private final EventLog log;
    private final LogSignal signal;
    private final Hearing hearing;
    private final @Nullable Principal user;
    private final Map<String, Long> positions;
    private final SseEmitter emitter;
    private long lastChecked = System.nanoTime();
    private volatile boolean gone;
    private volatile boolean doubted;

    SseStream(
            EventLog log,
            LogSignal signal,
            Hearing hearing,
            @Nullable Principal user,
            Map<String, Long> positions,
            SseEmitter emitter) {
        this.log = log;
        this.signal = signal;
        this.hearing = hearing;
        this.user = user;
        this.positions = positions;
        this.emitter = emitter;
    }

    /** @param userId null for who is not signed in */
    boolean isFor(@Nullable String userId) {
        return Objects.equals(user == null ? null : user.getName(), userId);
    }

    /** Lets the stream end within a second. Called by any thread. */
    void end() {
        gone = true;
    }

    boolean follows(String channel) {
        return positions.containsKey(channel);
    }

    /** Has the rights looked at before anything else is sent. Called by any thread. */
    void checkSoon() {
        doubted = true;
    }

    @Override
    public void run() {
        try {
            emitter.send(SseEmitter.event().id(SsePositions.text(positions)).comment("following"));
            while (!gone) {
                long seen = signal.count();
                if (doubted) {
                    doubted = false;
                    checkRights();
                }
                sendNews();
                if (System.nanoTime() - lastChecked > HEARTBEAT.toNanos()) {
                    checkRights();
                    emitter.send(SseEmitter.event().comment("still here"));
                    lastChecked = System.nanoTime();
                }
                signal.await(seen, SAFETY_NET);
            }
        } catch (IOException | IllegalStateException | Problem e) {
            LOG.debug("The client has gone, or may hear no more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A stream ends, its client comes back: the log could not be read", e);
        } finally {
            emitter.complete();
        }
    }

    private void checkRights() {
        positions.keySet().forEach(channel -> hearing.check(channel, user));
    }

    /** Most of what is committed is on other channels: one question finds that out. */
    private void sendNews() throws IOException {
        Map<String, Long> latest = log.positions(positions.keySet());
        for (Map.Entry<String, Long> position : positions.entrySet()) {
            if (latest.getOrDefault(position.getKey(), 0L) <= position.getValue()) {
                continue;
            }
            for (LoggedEvent event :
                    log.after(position.getKey(), position.getValue()).events()) {
                position.setValue(event.seq());
                emitter.send(SseEmitter.event()
                        .id(SsePositions.text(positions))
                        .name("message")
                        .data(event, MediaType.APPLICATION_JSON));
            }
        }
    }
}
